#pragma once

/// Runs Swift's tasks on so many threads of our own from now on, which sleep while there is nothing to do.
///
/// Without it they run on libdispatch, whose Linux version looks after its threads once a second for ever: a program that
/// nobody uses would wake up 86,400 times a day. Call it once, before the first task is made. Returns false when no thread
/// could be started; tasks then run as ever.
_Bool ct_use_own_threads(int count);

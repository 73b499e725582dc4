#pragma once
#include <sys/types.h>

/// Makes a pipe that no other program inherits; returns 0, or the number of the reason.
int cp_pipe(int ends[2]);

/// Starts a program in a process group of its own. `streams` are its standard input, output and errors, -1 for nothing at
/// all; it inherits no other open file, no blocked and no ignored signal. Both lists end with a null pointer.
/// Returns 0 and the process, or the number of the reason.
int cp_spawn(char *const *arguments, char *const *environment, const int streams[3], pid_t *process);

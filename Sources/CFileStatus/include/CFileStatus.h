#pragma once
#include <stdint.h>

/// What kind of file it is with its permissions, whose, and how long (`fstat`). The system's own `struct stat` is in
/// headers of several modules, and Swift takes it for a part of whichever it met first, so that what compiles changes with
/// the order.
struct file_status {
    uint32_t mode;
    uint32_t owner;
    int64_t size;
};

/// Looks at an open file; returns 0, or -1 with the reason in `errno`.
int file_status_of(int descriptor, struct file_status *status);

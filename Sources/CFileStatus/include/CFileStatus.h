#pragma once
#include <stdbool.h>
#include <stdint.h>

/// What kind of file it is with its permissions, whose, and how long (`fstat`). The system's own `struct stat` is in
/// headers of several modules, and Swift takes it for a part of whichever it met first, so that what compiles changes with
/// the order.
struct file_status {
    uint32_t mode;
    uint32_t owner;
    uint32_t group;
    int64_t size;
};

/// Looks at an open file; returns 0, or -1 with the reason in `errno`.
int file_status_of(int descriptor, struct file_status *status);

/// Whether others than its owner and the administrator may write it. A group whose only member is this user is not others.
bool file_is_open_to_others(struct file_status status);

/// Whether a folder, or one above it, can be changed by others than this user and the administrator, who then decide what a
/// path leads to; a folder in which everybody may change only what is his, as /tmp, cannot. Writes its path to `found`.
bool file_folder_is_open(const char *folder, char *found, unsigned long size);

/// Whether an open file lies in memory, or where nothing is written.
bool file_is_kept_for_us(int descriptor);

/// Opens a file without a name in a folder, for this user alone; -1 where that is not possible.
int file_open_unnamed(int directory, const char *folder);
/// Gives it a name; 0, or -1 with the reason in `errno`.
int file_name(int descriptor, int directory, const char *path);
/// Looks at what a path names, or at the link that it is; returns 0, or -1 with the reason in `errno`.
int file_status_at(const char *path, int follows_link, struct file_status *status);

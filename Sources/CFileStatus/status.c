#define _GNU_SOURCE
#include "CFileStatus.h"
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <linux/magic.h>
#include <pthread.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

static void take(const struct stat *told, struct file_status *status) {
    status->mode = told->st_mode;
    status->owner = told->st_uid;
    status->group = told->st_gid;
    status->size = told->st_size;
}

int file_status_of(int descriptor, struct file_status *status) {
    struct stat told;
    if (fstat(descriptor, &told) != 0) return -1;
    take(&told, status);
    return 0;
}

int file_status_at(const char *path, int follows_link, struct file_status *status) {
    struct stat told;
    if ((follows_link ? stat(path, &told) : lstat(path, &told)) != 0) return -1;
    take(&told, status);
    return 0;
}

/// Whether this user is the only member of a group, as of the one that many systems make for each user. A directory of
/// users that is not told as a whole is not asked for more than some.
static bool is_own_group(gid_t number) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    bool is_own = false;
    pthread_mutex_lock(&lock);
    const struct passwd *user = getpwuid(geteuid());
    if (user != NULL) {
        char name[256];
        snprintf(name, sizeof name, "%s", user->pw_name);
        const struct group *group = getgrgid(number);
        is_own = group != NULL;
        for (char **member = is_own ? group->gr_mem : NULL; member != NULL && *member != NULL; member++)
            if (strcmp(*member, name) != 0) is_own = false;
        // Those whose first group it is are not in its list.
        if (is_own) {
            setpwent();
            int left = 10000;
            for (const struct passwd *other; is_own && (other = getpwent()) != NULL && left > 0; left--)
                if (other->pw_gid == number && other->pw_uid != geteuid()) is_own = false;
            endpwent();
        }
    }
    pthread_mutex_unlock(&lock);
    return is_own;
}

bool file_is_open_to_others(struct file_status status) {
    if (status.mode & S_IWOTH) return true;
    return (status.mode & S_IWGRP) && status.group != 0 && !is_own_group(status.group);
}

bool file_folder_is_open(const char *folder, char *found, unsigned long size) {
    char path[PATH_MAX];
    if (folder[0] != '/' || (size_t)snprintf(path, sizeof path, "%s", folder) >= sizeof path) return false;
    for (;;) {
        struct stat told;
        struct file_status status;
        if (stat(path[0] != 0 ? path : "/", &told) == 0) {
            take(&told, &status);
            bool is_foreign = told.st_uid != geteuid() && told.st_uid != 0;
            if (is_foreign || (!(told.st_mode & S_ISVTX) && file_is_open_to_others(status))) {
                snprintf(found, size, "%s", path[0] != 0 ? path : "/");
                return true;
            }
        }
        char *slash = strrchr(path, '/');
        if (slash == NULL || path[0] == 0) return false;
        *slash = 0;
    }
}

bool file_is_kept_for_us(int descriptor) {
    struct statvfs flags;
    if (fstatvfs(descriptor, &flags) == 0 && flags.f_flag & ST_RDONLY) return true;
    struct statfs kind;
    return fstatfs(descriptor, &kind) == 0 && (kind.f_type == TMPFS_MAGIC || kind.f_type == RAMFS_MAGIC);
}

int file_open_unnamed(int directory, const char *folder) {
    return openat(directory, folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
}

int file_name(int descriptor, int directory, const char *path) {
    char own[64];
    snprintf(own, sizeof own, "/proc/self/fd/%d", descriptor);
    return linkat(AT_FDCWD, own, directory, path, AT_SYMLINK_FOLLOW);
}

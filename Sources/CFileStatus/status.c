#include "CFileStatus.h"
#include <sys/stat.h>

int file_status_of(int descriptor, struct file_status *status) {
    struct stat told;
    if (fstat(descriptor, &told) != 0) return -1;
    status->mode = told.st_mode;
    status->owner = told.st_uid;
    status->size = told.st_size;
    return 0;
}

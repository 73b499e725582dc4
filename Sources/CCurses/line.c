#define _GNU_SOURCE
#include "CCurses.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved;
static bool is_saved;

int cc_open_line(int descriptor) {
    if (!isatty(descriptor)) return -1;
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    int opened = open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (opened >= 0) return opened;
    // A terminal of another user, after su: its name is closed to us, the controlling terminal is not.
    return open("/dev/tty", O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

bool cc_save_line(int descriptor) {
    is_saved = tcgetattr(descriptor, &saved) == 0;
    return is_saved;
}

bool cc_raw(int descriptor) {
    struct termios raw = saved;
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    return is_saved && tcsetattr(descriptor, TCSANOW, &raw) == 0;
}

void cc_forget_keys(int descriptor) { tcflush(descriptor, TCIFLUSH); }

bool cc_cooked(int descriptor) { return is_saved && tcsetattr(descriptor, TCSANOW, &saved) == 0; }

bool cc_size(int descriptor, int *rows, int *columns) {
    struct winsize size = {0};
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

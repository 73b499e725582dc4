#define _GNU_SOURCE
#include "CCurses.h"
#include <CChildProcess.h>
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/// Makes this process the one in the foreground again, whatever a program left that was killed.
static void take_terminal(int descriptor) {
    pid_t group = tcgetpgrp(descriptor);
    if (group < 0 || group == getpgrp()) return;
    if (kill(-group, 0) == 0) {
        // Somebody has it: a shell, to which Ctrl-Z led. Whoever sets the line from the background is stopped until the
        // shell gives it back; where no shell watches over us that fails, and we would wait for ever.
        struct termios line;
        if (tcgetattr(descriptor, &line) != 0 || tcsetattr(descriptor, TCSANOW, &line) == 0 || errno != EIO) return;
    }
    sigset_t output, usual;
    sigemptyset(&output);
    sigaddset(&output, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &output, &usual);
    tcsetpgrp(descriptor, getpgrp());
    pthread_sigmask(SIG_SETMASK, &usual, NULL);
}

int cc_run(int descriptor, char *const words[], char *const environment[], int *status) {
    bool is_ours = tcgetpgrp(descriptor) == getpgrp();
    pid_t child;
    // An editor keeps what was typed when its terminal goes away, and so it does when we do.
    struct cp_order order = {.streams = NULL, .own_group = false, .death_signal = SIGHUP};
    int code = cp_start(words, environment, &order, &child);
    if (code == 0)
        while (waitpid(child, status, 0) < 0 && errno == EINTR) {}
    if (is_ours) take_terminal(descriptor);
    return code;
}

#define _GNU_SOURCE
#include "CCurses.h"
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
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
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, usual;
    sigemptyset(&none);
    // What is ignored here is inherited; handlers are not.
    sigemptyset(&usual);
    sigaddset(&usual, SIGINT);
    sigaddset(&usual, SIGQUIT);
    sigaddset(&usual, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
#if __GLIBC_PREREQ(2, 34)
    // Connections and logs are no business of an editor.
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
    pid_t child;
    int code = posix_spawnp(&child, words[0], &actions, &attributes, words, environment);
    if (code == 0)
        while (waitpid(child, status, 0) < 0 && errno == EINTR) {}
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (is_ours) take_terminal(descriptor);
    return code;
}

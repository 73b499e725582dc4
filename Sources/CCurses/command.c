#define _GNU_SOURCE
#include "CCurses.h"
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>

int cc_run(char *const words[], char *const environment[], int *status) {
    // As for a shell's job: what the keyboard sends is for the child, and a stop stops both.
    struct sigaction ignored, interrupt, quit;
    memset(&ignored, 0, sizeof ignored);
    ignored.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignored, &interrupt);
    sigaction(SIGQUIT, &ignored, &quit);

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, usual;
    sigemptyset(&none);
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
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    return code;
}

// Starting programs as posix_spawn does, and telling the kernel beforehand that they are to end with us, which that cannot.
#define _GNU_SOURCE
#include "CChildProcess.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int cp_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
}

/// Puts the streams in their places; false with the reason in errno.
static bool connect_streams(const int streams[3]) {
    for (int target = 0; target < 3; target++) {
        if (streams[target] >= 0) {
            if (dup2(streams[target], target) < 0) return false;
            continue;
        }
        int nothing = open("/dev/null", target == 0 ? O_RDONLY : O_WRONLY);
        if (nothing < 0) return false;
        if (nothing == target) continue;
        if (dup2(nothing, target) < 0) return false;
        close(nothing);
    }
    return true;
}

/// Becomes the program, looked for in the folders where it has no slash; returns the reason why not. No shell takes over a
/// file that is no program.
static int become(const char *program, char *const *arguments, char *const *environment, const char *folders) {
    if (strchr(program, '/') != NULL) {
        execve(program, arguments, environment);
        return errno;
    }
    int reason = ENOENT;
    for (const char *folder = folders; folder != NULL;) {
        const char *end = strchr(folder, ':');
        int length = end != NULL ? (int)(end - folder) : (int)strlen(folder);
        char path[4096];
        int needed = snprintf(
            path, sizeof path, "%.*s%s%s", length, folder, length > 0 ? "/" : "", program);
        if (needed > 0 && (size_t)needed < sizeof path) {
            execve(path, arguments, environment);
            if (errno == EACCES) reason = EACCES;
            else if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP && errno != ENAMETOOLONG) return errno;
        }
        folder = end != NULL ? end + 1 : NULL;
    }
    return reason;
}

int cp_start(char *const *arguments, char *const *environment, const struct cp_order *order, pid_t *process) {
    const char *folders = getenv("PATH");
    if (folders == NULL) folders = "/usr/bin:/bin";
    pid_t parent = getpid();
    // No handler of ours may run in the child, which shares our memory until it is the other program.
    sigset_t all, usual;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &usual);
    volatile int reason = 0;
    pid_t child = vfork();
    if (child == 0) {
        struct sigaction standard;
        memset(&standard, 0, sizeof standard);
        standard.sa_handler = SIG_DFL;
        for (int number = 1; number <= SIGRTMAX; number++) {
            bool is_ours = number == SIGINT || number == SIGQUIT || number == SIGPIPE || number == SIGXFSZ;
            // Handlers end by themselves with the new program, but one that is ignored stays so.
            if (order->own_group || is_ours) sigaction(number, &standard, NULL);
        }
        if (order->death_signal != 0) {
            prctl(PR_SET_PDEATHSIG, order->death_signal);
            // It ended before it could be told.
            if (getppid() != parent) _exit(127);
        }
        if (order->own_group && setpgid(0, 0) != 0) reason = errno;
        if (reason == 0 && order->streams != NULL && !connect_streams(order->streams)) reason = errno;
        if (reason == 0) {
            closefrom(3);
            sigset_t none;
            sigemptyset(&none);
            // A signal that comes from now on must not meet a handler of ours.
            for (int number = 1; number <= SIGRTMAX; number++) {
                struct sigaction current;
                if (sigaction(number, NULL, &current) == 0 && current.sa_handler != SIG_IGN)
                    sigaction(number, &standard, NULL);
            }
            sigprocmask(SIG_SETMASK, &none, NULL);
            reason = become(arguments[0], arguments, environment, folders);
        }
        _exit(127);
    }
    if (child < 0) reason = errno;
    pthread_sigmask(SIG_SETMASK, &usual, NULL);
    if (child > 0 && reason != 0)
        while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    if (reason == 0) *process = child;
    return reason;
}

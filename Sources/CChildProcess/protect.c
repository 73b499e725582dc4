#define _GNU_SOURCE
#include "CChildProcess.h"
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

void cp_protect(void) {
    struct rlimit none = {0, 0};
    // The one keeps files out of the folder, the other what a handler of crashes would be given, and debuggers.
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    // The handlers that Swift's runtime has for a crash start a program that reads our memory; it cannot any more, and the
    // process would wait for it for ever.
    static const int crashes[] = {SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
    for (unsigned i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        struct sigaction handler;
        if (sigaction(crashes[i], NULL, &handler) == 0 && handler.sa_handler != SIG_IGN) signal(crashes[i], SIG_DFL);
    }
    struct sigaction ignored;
    memset(&ignored, 0, sizeof ignored);
    ignored.sa_handler = SIG_IGN;
    sigaction(SIGXFSZ, &ignored, NULL);
}

#define _GNU_SOURCE
#include "CCurses.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

enum { NUMBERS = 65 };
static struct sigaction before[NUMBERS];
static bool is_watching;
static volatile int wake = -1;

/// What a handler is for: nothing, to note that it came, or to give the terminal back before the end.
enum { LEFT_ALONE, NOTED, DEADLY };
static int meaning(int number) {
    switch (number) {
    case SIGWINCH:
    case SIGTSTP:
    case SIGCONT: return NOTED;
    // Nobody can catch these.
    case SIGKILL:
    case SIGSTOP:
    // By default these are not deadly.
    case SIGCHLD:
    case SIGURG:
    case SIGTTIN:
    case SIGTTOU:
    // A full quota is told by the write.
    case SIGXFSZ: return LEFT_ALONE;
    // Between the last of the old ones and the first of these are those of the C library.
    default: return number < 32 || number >= SIGRTMIN ? DEADLY : LEFT_ALONE;
    }
}

/// What the processor raises would come again and again if it were ignored.
static bool is_fault(int number) {
    return number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE || number == SIGTRAP;
}
static int noted;  // CC_* bits, changed by atomic operations only

static uint8_t restore[512];
static size_t restore_count;
static int restore_line = -1;
static int is_armed;  // changed by atomic operations only

int cc_event(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

/// Gives the terminal back once; async-signal-safe. A jammed line is waited for half a second, then left as it is.
static void give_back(void) {
    if (!__atomic_exchange_n(&is_armed, 0, __ATOMIC_SEQ_CST)) return;
    size_t at = 0;
    for (int patience = 10; at < restore_count && patience > 0;) {
        ssize_t count = write(restore_line, restore + at, restore_count - at);
        if (count > 0) {
            at += (size_t)count;
        } else if (count < 0 && errno == EAGAIN) {
            struct pollfd line = {.fd = restore_line, .events = POLLOUT};
            poll(&line, 1, 50);
            patience--;
        } else if (errno != EINTR) {
            break;
        }
    }
    cc_cooked(restore_line);
}

static void die(int number) {
    give_back();
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(number, &standard, NULL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
}

static void note(int number) {
    int keep = errno;
    int bit = number == SIGWINCH ? CC_RESIZED : number == SIGTSTP ? CC_STOP : CC_CONTINUED;
    __atomic_fetch_or(&noted, bit, __ATOMIC_SEQ_CST);
    uint64_t one = 1;
    // A full counter is awake already.
    if (wake >= 0 && write(wake, &one, sizeof one) < 0) errno = 0;
    errno = keep;
}

static void give_back_at_exit(void) { give_back(); }

void cc_watch(int event) {
    static char stack[1 << 16];  // so that a stack that ran over still ends well
    static bool is_first = true;
    wake = event;
    if (is_watching) return;
    is_watching = true;
    if (is_first) {
        stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
        sigaltstack(&alternate, NULL);
        atexit(give_back_at_exit);
        is_first = false;
    }
    // Whoever started us may have held signals back for itself; here they must come through.
    sigset_t watched;
    sigemptyset(&watched);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    for (int number = 1; number < NUMBERS; number++) {
        if (meaning(number) != LEFT_ALONE) sigaddset(&watched, number);
        if (meaning(number) == DEADLY) sigaddset(&action.sa_mask, number);
    }
    pthread_sigmask(SIG_UNBLOCK, &watched, NULL);
    for (int number = 1; number < NUMBERS; number++) {
        int what = meaning(number);
        if (what == LEFT_ALONE || sigaction(number, NULL, &before[number]) != 0) continue;
        // Started by nohup, or by a shell without job control: that wish stands.
        bool may_be_ignored = !is_fault(number) && number != SIGWINCH && number != SIGCONT;
        if (may_be_ignored && before[number].sa_handler == SIG_IGN) continue;
        action.sa_handler = what == DEADLY ? die : note;
        action.sa_flags = what == DEADLY ? SA_ONSTACK : SA_ONSTACK | SA_RESTART;
        sigaction(number, &action, NULL);
    }
}

void cc_unwatch(void) {
    if (!is_watching) return;
    is_watching = false;
    for (int number = 1; number < NUMBERS; number++)
        if (meaning(number) != LEFT_ALONE) sigaction(number, &before[number], NULL);
    wake = -1;
}

static const int keyboard[] = {SIGINT, SIGQUIT, SIGTSTP};
enum { KEYBOARD = sizeof keyboard / sizeof *keyboard };
static struct sigaction unlent[KEYBOARD];
static bool is_lent;

void cc_lend(void) {
    if (is_lent) return;
    is_lent = true;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    for (int i = 0; i < KEYBOARD; i++) {
        sigaction(keyboard[i], NULL, &unlent[i]);
        if (unlent[i].sa_handler == SIG_IGN) continue;
        action.sa_handler = keyboard[i] == SIGTSTP ? SIG_DFL : SIG_IGN;
        sigaction(keyboard[i], &action, NULL);
    }
}

void cc_unlend(void) {
    if (!is_lent) return;
    is_lent = false;
    for (int i = 0; i < KEYBOARD; i++) sigaction(keyboard[i], &unlent[i], NULL);
}

void cc_arm(int descriptor, const uint8_t *bytes, size_t count) {
    __atomic_store_n(&is_armed, 0, __ATOMIC_SEQ_CST);
    if (bytes == NULL || count > sizeof restore) return;
    memcpy(restore, bytes, count);
    restore_count = count;
    restore_line = descriptor;
    __atomic_store_n(&is_armed, 1, __ATOMIC_SEQ_CST);
}

int cc_signals(void) { return __atomic_exchange_n(&noted, 0, __ATOMIC_SEQ_CST); }

static long milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void cc_stop(bool whole_group, int event) {
    struct sigaction standard, ours;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    __atomic_fetch_and(&noted, ~(CC_STOP | CC_CONTINUED), __ATOMIC_SEQ_CST);
    sigaction(SIGTSTP, &standard, &ours);
    kill(whole_group ? 0 : getpid(), SIGTSTP);
    // The stop may come a moment later, on another thread; a group that no shell watches cannot be stopped at all.
    for (long end = milliseconds() + 300, left = 300; left > 0; left = end - milliseconds()) {
        if (__atomic_load_n(&noted, __ATOMIC_SEQ_CST) & CC_CONTINUED) break;
        struct pollfd line = {.fd = event, .events = POLLIN};
        uint64_t count;
        // Whoever else woke the counter is heard after the stop: it is set again below.
        if (poll(&line, 1, (int)left) > 0 && read(event, &count, sizeof count) < 0) break;
    }
    sigaction(SIGTSTP, &ours, NULL);
    uint64_t one = 1;
    if (write(event, &one, sizeof one) < 0) return;
}

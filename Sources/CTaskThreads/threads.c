// The global executor of Swift's concurrency, by the runtime's own hook (swift_task_enqueueGlobal_hook).
#include "CTaskThreads.h"
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define SWIFT_CALL __attribute__((swiftcall))

// A reference to no particular executor is two zero words.
typedef struct {
    void *identity;
    uintptr_t implementation;
} ExecutorReference;

typedef SWIFT_CALL void (*Enqueue)(void *job);
extern SWIFT_CALL void swift_job_run(void *job, ExecutorReference executor);
extern void(SWIFT_CALL *swift_task_enqueueGlobal_hook)(void *job, Enqueue original);

typedef struct Waiting {
    void *job;
    struct Waiting *next;
} Waiting;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t is_filled = PTHREAD_COND_INITIALIZER;
static Waiting *first = NULL;
static Waiting **end = &first;

static SWIFT_CALL void enqueue(void *job, Enqueue original) {
    Waiting *waiting = malloc(sizeof *waiting);
    if (waiting == NULL) {
        original(job);
        return;
    }
    *waiting = (Waiting){.job = job, .next = NULL};
    pthread_mutex_lock(&lock);
    *end = waiting;
    end = &waiting->next;
    pthread_cond_signal(&is_filled);
    pthread_mutex_unlock(&lock);
}

static void *run_jobs(void *unused) {
    (void)unused;
    for (;;) {
        pthread_mutex_lock(&lock);
        while (first == NULL) pthread_cond_wait(&is_filled, &lock);
        Waiting *waiting = first;
        first = waiting->next;
        if (first == NULL) end = &first;
        pthread_mutex_unlock(&lock);
        void *job = waiting->job;
        free(waiting);
        swift_job_run(job, (ExecutorReference){NULL, 0});
    }
    return NULL;
}

bool ct_use_own_threads(int count) {
    int started = 0;
    for (int i = 0; i < count; i++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, run_jobs, NULL) != 0) continue;
        pthread_detach(thread);
        started++;
    }
    if (started > 0) swift_task_enqueueGlobal_hook = enqueue;
    return started > 0;
}

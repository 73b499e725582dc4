#pragma once
#include <stdbool.h>
#include <sys/types.h>

// What this process is to others: to those that it starts, and to those that look at it.

/// Makes a pipe that no other program inherits; returns 0, or the number of the reason.
int cp_pipe(int ends[2]);

/// How a program is started.
struct cp_order {
    /// Its standard input, output and errors, -1 for nothing at all; null for those of this process.
    const int *streams;
    /// In a process group of its own, without any ignored signal; else in this one, where nothing is ignored that only this
    /// process wants ignored.
    bool own_group;
    /// Sent to it when the thread that started it ends, and this process with it; 0 for a program that may outlive us.
    int death_signal;
};

/// Starts a program; it inherits no other open file and no blocked signal. Both lists end with a null pointer.
/// Returns 0 and the process, or the number of the reason.
int cp_start(char *const *arguments, char *const *environment, const struct cp_order *order, pid_t *process);

/// Keeps what is in memory from others for as long as this process lives: no core file, no look from outside. And makes a
/// file that may grow no more an error of the write, not the end of the process.
void cp_protect(void);

#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer as its command line asks for, and returns its exit code. Source: LLVM, "libFuzzer", "Using libFuzzer as a
/// library".
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*take)(const uint8_t *bytes, size_t count));

#endif

#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer's loop with the arguments of the command line, calling `target` with every input.
int cfuzzer_run(int argc, char *_Nullable *_Nonnull argv,
                int (*_Nonnull target)(const uint8_t *_Nullable bytes, size_t count));

/// A file in memory that holds `count` bytes, or -1; close it when done.
int cfuzzer_file(const uint8_t *_Nullable bytes, size_t count);

#endif

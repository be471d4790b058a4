#ifndef CWORDLOOP_H
#define CWORDLOOP_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// ICU's word break iterator over a text of its own in UTF-16.
typedef struct word_loop word_loop;

/// Takes a copy of valid UTF-8; NULL where ICU has no data or memory.
word_loop *_Nullable word_loop_open(const uint8_t *utf8, int32_t length);

/// Asks for every boundary and its rule status; returns the number of segments.
int32_t word_loop_run(word_loop *loop);

void word_loop_close(word_loop *loop);

/// Calls `body`; a profiler counts between entry and exit of this function (callgrind's --toggle-collect).
void measured_region(void (*body)(void *_Nullable context), void *_Nullable context);

/// The CPU time of this thread in nanoseconds.
int64_t cpu_nanoseconds(void);

#pragma clang assume_nonnull end

#endif

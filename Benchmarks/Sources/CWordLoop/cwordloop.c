#include "cwordloop.h"

#include <stdlib.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

struct word_loop {
  UBreakIterator *breaker;
  UChar *text;
};

word_loop *word_loop_open(const uint8_t *utf8, int32_t length) {
  word_loop *loop = calloc(1, sizeof *loop);
  if (!loop) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  loop->text = malloc(((size_t)length + 1) * sizeof(UChar));
  if (loop->text) {
    u_strFromUTF8(loop->text, length + 1, &count, (const char *)utf8, length, &status);
    // The empty locale has the root rules.
    loop->breaker = ubrk_open(UBRK_WORD, "", loop->text, count, &status);
  }
  if (!loop->breaker || U_FAILURE(status)) {
    word_loop_close(loop);
    return NULL;
  }
  return loop;
}

int32_t word_loop_run(word_loop *loop) {
  int32_t segments = 0;
  int32_t statuses = 0;
  ubrk_first(loop->breaker);
  while (ubrk_next(loop->breaker) != UBRK_DONE) {
    segments++;
    statuses += ubrk_getRuleStatus(loop->breaker);
  }
  // The sum is used, so that the status is asked for.
  return statuses < 0 ? -1 : segments;
}

void word_loop_close(word_loop *loop) {
  if (loop->breaker) ubrk_close(loop->breaker);
  free(loop->text);
  free(loop);
}

__attribute__((noinline)) void measured_region(void (*body)(void *context), void *context) {
  body(context);
  // Something behind the call, so that it is no jump.
  __asm__ volatile("" ::: "memory");
}

int64_t cpu_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

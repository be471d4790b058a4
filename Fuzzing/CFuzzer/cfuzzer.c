#define _GNU_SOURCE
#include "cfuzzer.h"

#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*target)(const uint8_t *bytes, size_t count));

int cfuzzer_run(int argc, char **argv, int (*target)(const uint8_t *bytes, size_t count)) {
  return LLVMFuzzerRunDriver(&argc, &argv, target);
}

int cfuzzer_file(const uint8_t *bytes, size_t count) {
  int file = memfd_create("input", MFD_CLOEXEC);
  if (file < 0) return -1;
  size_t at = 0;
  while (at < count) {
    ssize_t written = write(file, bytes + at, count - at);
    if (written <= 0) {
      close(file);
      return -1;
    }
    at += (size_t)written;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

// What the header promises, called as a C program calls it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vnextract.h"

#define CHECK(condition)                                                  \
  do {                                                                    \
    if (!(condition)) {                                                   \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);     \
      exit(1);                                                            \
    }                                                                     \
  } while (0)

static const char text[] = "Mr. John Smith paid 20 dollars on 27 February 2024.";
static vnextract_extractor *extractor;
static char *expected;

static void expect_failure(vnextract_options options, const char *name) {
  char *answer = (char *)text, *error = NULL;
  size_t length = 7;
  options.size = sizeof options;
  CHECK(
      vnextract_extract(extractor, text, strlen(text), &options, &answer, &length, &error) ==
      VNEXTRACT_INVALID_OPTION);
  CHECK(answer == NULL && length == 0 && error != NULL && strstr(error, name) == error);
  vnextract_string_free(error);
}

static void *read_often(void *unused) {
  (void)unused;
  for (int turn = 0; turn < 200; turn++) {
    char *answer = NULL;
    CHECK(vnextract_extract(extractor, text, strlen(text), NULL, &answer, NULL, NULL) == VNEXTRACT_OK);
    CHECK(strcmp(answer, expected) == 0);
    vnextract_string_free(answer);
  }
  return NULL;
}

int main(int count, char **arguments) {
  CHECK(count == 2);
  CHECK(strcmp(vnextract_version(), arguments[1]) == 0);

  char *error = NULL, *answer = NULL;
  size_t length = 0;
  CHECK(vnextract_extractor_create(NULL, 0, 0, NULL, &error) == VNEXTRACT_INVALID_ARGUMENT);
  CHECK(strcmp(error, "out is NULL") == 0);
  vnextract_string_free(error);
  const char *nowhere = "/nonexistent";
  CHECK(vnextract_extractor_create(&nowhere, 1, 0, &extractor, &error) == VNEXTRACT_INVALID_LEXICON);
  CHECK(extractor == NULL && strstr(error, nowhere) != NULL);
  vnextract_string_free(error);
  CHECK(vnextract_extractor_create(NULL, 0, 1, &extractor, NULL) == VNEXTRACT_INVALID_OPTION);
  CHECK(vnextract_extractor_create(NULL, 0, 0, &extractor, &error) == VNEXTRACT_OK && error == NULL);

  CHECK(vnextract_extract(NULL, text, 1, NULL, &answer, NULL, NULL) == VNEXTRACT_INVALID_ARGUMENT);
  CHECK(vnextract_extract(extractor, NULL, 1, NULL, &answer, NULL, NULL) == VNEXTRACT_INVALID_ARGUMENT);
  CHECK(vnextract_extract(extractor, text, 1, NULL, NULL, NULL, NULL) == VNEXTRACT_INVALID_ARGUMENT);
  CHECK(vnextract_extract(extractor, NULL, 0, NULL, &answer, &length, NULL) == VNEXTRACT_OK);
  CHECK(strlen(answer) == length);
  vnextract_string_free(answer);

  expect_failure((vnextract_options){.language = "xx"}, "language");
  expect_failure((vnextract_options){.date = "yesterday"}, "date");
  expect_failure((vnextract_options){.types = "DATE,PET"}, "types");
  expect_failure((vnextract_options){.offsets = "word"}, "offsets");
  expect_failure((vnextract_options){.evidence = "none"}, "evidence");
  expect_failure((vnextract_options){.flags = 8}, "flags");
  expect_failure((vnextract_options){.threads = 257}, "threads");
  vnextract_options unsized = {.size = 3};
  CHECK(vnextract_extract(extractor, text, 1, &unsized, &answer, NULL, NULL) == VNEXTRACT_INVALID_OPTION);

  size_t huge = 10000001;
  char *zeros = calloc(huge, 1);
  CHECK(zeros != NULL);
  CHECK(vnextract_extract(extractor, zeros, huge, NULL, &answer, NULL, &error) == VNEXTRACT_TOO_LONG);
  vnextract_string_free(error);
  free(zeros);

  CHECK(vnextract_extract(extractor, text, strlen(text), NULL, &expected, NULL, NULL) == VNEXTRACT_OK);
  CHECK(strstr(expected, "\"John Smith\"") != NULL && strstr(expected, "\"2024-02-27\"") != NULL);
  pthread_t threads[8];
  for (int index = 0; index < 8; index++) CHECK(pthread_create(&threads[index], NULL, read_often, NULL) == 0);
  for (int index = 0; index < 8; index++) CHECK(pthread_join(threads[index], NULL) == 0);
  vnextract_string_free(expected);

  const char *lines = "{\"text\":\"a\"}\r\n\nno\n{\"id\":\"x\",\"text\":\"b\"}";
  vnextract_options four = {.size = sizeof four, .threads = 4, .lines_before = 10};
  CHECK(vnextract_extract_lines(extractor, lines, strlen(lines), &four, &answer, &length, NULL) == VNEXTRACT_OK);
  CHECK(strlen(answer) == length && answer[length - 1] == '\n');
  const char *begin = answer, *ids[] = {"\"id\":\"11\"", "\"id\":\"12\"", "\"id\":\"13\"", "\"id\":\"x\""};
  for (int index = 0; index < 4; index++) {
    const char *end = strchr(begin, '\n'), *id = strstr(begin, ids[index]);
    CHECK(id != NULL && id < end);
    begin = end + 1;
  }
  CHECK(*begin == 0);
  vnextract_string_free(answer);
  CHECK(vnextract_extract_lines(extractor, NULL, 0, NULL, &answer, &length, NULL) == VNEXTRACT_OK && length == 0);
  vnextract_string_free(answer);

  vnextract_extractor_free(extractor);
  vnextract_extractor_free(NULL);
  vnextract_string_free(NULL);
  return 0;
}

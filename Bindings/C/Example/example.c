// Reads a document from standard input and writes its JSON, then reads two lines of JSON Lines on two threads.
#include <stdio.h>
#include <string.h>

#include "vnextract.h"

int main(void) {
  static char text[1 << 16];
  size_t length = fread(text, 1, sizeof text, stdin);

  vnextract_extractor *extractor = NULL;
  char *error = NULL;
  if (vnextract_extractor_create(NULL, 0, 0, &extractor, &error) != VNEXTRACT_OK) {
    fprintf(stderr, "%s\n", error);
    vnextract_string_free(error);
    return 1;
  }

  vnextract_options options = {.size = sizeof options, .id = "article", .date = "2024-02-28"};
  char *answer = NULL;
  if (vnextract_extract(extractor, text, length, &options, &answer, NULL, &error) == VNEXTRACT_OK) {
    printf("%s\n", answer);
    vnextract_string_free(answer);
  } else {
    fprintf(stderr, "%s\n", error);
    vnextract_string_free(error);
  }

  const char *lines =
      "{\"id\":\"a\",\"lang\":\"en\",\"text\":\"Mr. John Smith paid 20 dollars.\"}\n"
      "{\"text\":\"On 27 February 2024 it rained.\"}\n";
  vnextract_options two = {.size = sizeof two, .types = "DATE,NUMBER", .threads = 2};
  if (vnextract_extract_lines(extractor, lines, strlen(lines), &two, &answer, NULL, NULL) == VNEXTRACT_OK) {
    fputs(answer, stdout);
    vnextract_string_free(answer);
  }
  vnextract_extractor_free(extractor);
  return 0;
}

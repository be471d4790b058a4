#include "cicu.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucptrie.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>
#include <stdlib.h>

static cicu_breaker *open_breaker(UBreakIteratorType type) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(type, "", NULL, 0, &status);
  return U_FAILURE(status) ? NULL : (cicu_breaker *)iterator;
}

cicu_breaker *cicu_word_breaker_open(void) { return open_breaker(UBRK_WORD); }
cicu_breaker *cicu_sentence_breaker_open(void) { return open_breaker(UBRK_SENTENCE); }
void cicu_breaker_close(cicu_breaker *breaker) { ubrk_close((UBreakIterator *)breaker); }

int32_t cicu_breaker_segments(cicu_breaker *breaker, const uint8_t *utf8, int32_t length,
                              int32_t *ends, uint8_t *statuses, int32_t capacity) {
  UBreakIterator *iterator = (UBreakIterator *)breaker;
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, (const char *)utf8, length, &status);
  ubrk_setUText(iterator, &text, &status);
  int32_t count = 0;
  if (U_FAILURE(status)) {
    count = -1;
  } else {
    int32_t end;
    while (count < capacity && (end = ubrk_next(iterator)) != UBRK_DONE) {
      ends[count] = end;
      statuses[count] = (uint8_t)(ubrk_getRuleStatus(iterator) / 100);
      count++;
    }
  }
  utext_close(&text);
  return count;
}

int32_t cicu_breaker_rules(const cicu_breaker *breaker, uint8_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = (UBreakIterator *)(uintptr_t)breaker;
  uint32_t needed = ubrk_getBinaryRules(iterator, NULL, 0, &status);
  if (U_FAILURE(status)) return -1;
  if ((int32_t)needed > capacity) return (int32_t)needed;
  needed = ubrk_getBinaryRules(iterator, output, capacity, &status);
  return U_FAILURE(status) ? -1 : (int32_t)needed;
}

int32_t cicu_trie_values(const uint8_t *trie, int32_t length, uint32_t first, uint32_t count, uint8_t *values) {
  UErrorCode status = U_ZERO_ERROR;
  UCPTrie *opened = ucptrie_openFromBinary(UCPTRIE_TYPE_ANY, UCPTRIE_VALUE_BITS_ANY, trie, length, NULL, &status);
  if (U_FAILURE(status)) return -1;
  for (uint32_t index = 0; index < count; index++) values[index] = (uint8_t)ucptrie_get(opened, (UChar32)(first + index));
  ucptrie_close(opened);
  return 0;
}

int32_t cicu_version(void) {
  UVersionInfo version;
  u_getVersion(version);
  return (int32_t)version[0] << 16 | version[1];
}

int32_t cicu_category(uint32_t character) {
  UVersionInfo age;
  u_charAge((UChar32)character, age);
  if (age[0] > 15 || (age[0] == 15 && age[1] > 0)) return U_UNASSIGNED;
  return u_charType((UChar32)character);
}

int32_t cicu_digit(uint32_t character) {
  return u_charType((UChar32)character) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue((UChar32)character) : -1;
}

int32_t cicu_is_blank(uint32_t character) { return u_isUWhiteSpace((UChar32)character); }

static const UNormalizer2 *normalizer(int32_t form, UErrorCode *status) {
  switch (form) {
    case CICU_NFC: return unorm2_getNFCInstance(status);
    case CICU_NFD: return unorm2_getNFDInstance(status);
    case CICU_NFKC: return unorm2_getNFKCInstance(status);
    case CICU_NFKD: return unorm2_getNFKDInstance(status);
    default: return unorm2_getNFKCCasefoldInstance(status);
  }
}

int32_t cicu_has_boundary_before(int32_t form, uint32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *instance = normalizer(form, &status);
  return U_SUCCESS(status) && unorm2_hasBoundaryBefore(instance, (UChar32)character);
}

int32_t cicu_normalize(int32_t form, const uint8_t *utf8, int32_t length, uint8_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *instance = normalizer(form, &status);
  if (U_FAILURE(status)) return -1;
  // A UTF-8 text never has more UTF-16 units than bytes.
  UChar *source = malloc(sizeof(UChar) * (size_t)(length + 1));
  if (source == NULL) return -1;
  int32_t units = 0;
  u_strFromUTF8WithSub(source, length + 1, &units, (const char *)utf8, length, 0xFFFD, NULL, &status);
  int32_t needed = -1;
  if (U_SUCCESS(status)) {
    int32_t room = units * 3 + 32;
    UChar *target = malloc(sizeof(UChar) * (size_t)room);
    int32_t produced = target == NULL ? 0 : unorm2_normalize(instance, source, units, target, room, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      free(target);
      room = produced + 1;
      target = malloc(sizeof(UChar) * (size_t)room);
      produced = target == NULL ? 0 : unorm2_normalize(instance, source, units, target, room, &status);
    }
    if (target != NULL && U_SUCCESS(status)) {
      u_strToUTF8((char *)output, capacity, &needed, target, produced, &status);
      if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) needed = -1;
    }
    free(target);
  }
  free(source);
  return needed;
}

#ifndef CICU_H
#define CICU_H

// The one door to ICU. No ICU header is included here: Swift must never see ICU's own declarations,
// which clash with the copy of ICU inside Foundation. Everything outside is an integer or an opaque handle.

#include <stdint.h>

#pragma clang assume_nonnull begin

/// An ICU break iterator over UTF-8. Not thread-safe: one for each thread.
typedef struct cicu_breaker cicu_breaker;

/// Opens ICU's root word rules (UAX #29 as tailored by CLDR); NULL if ICU has no data.
cicu_breaker *_Nullable cicu_word_breaker_open(void);

/// Opens ICU's root sentence rules; NULL if ICU has no data.
cicu_breaker *_Nullable cicu_sentence_breaker_open(void);

/// Closes what one of the openers returned.
void cicu_breaker_close(cicu_breaker *breaker);

/// Writes the end offset of each segment of `utf8` and its rule status divided by 100 (0 none, 1 number,
/// 2 letters, 3 kana, 4 ideographs). Returns the number of segments; -1 on error. Never writes more than `capacity`.
int32_t cicu_breaker_segments(cicu_breaker *breaker, const uint8_t *utf8, int32_t length,
                              int32_t *ends, uint8_t *statuses, int32_t capacity);

/// Copies ICU's compiled rules (RBBI binary) of a breaker. Returns the length needed, which may exceed `capacity`; -1 on
/// error. The layout is ICU's own: check magic and format before use.
int32_t cicu_breaker_rules(const cicu_breaker *breaker, uint8_t *output, int32_t capacity);

/// Writes the values of a serialized code point trie (UCPTrie) for the `count` code points from `first` on; -1 on error.
int32_t cicu_trie_values(const uint8_t *trie, int32_t length, uint32_t first, uint32_t count, uint8_t *values);

/// The version of ICU at run time: major in the high 16 bits, minor in the low ones.
int32_t cicu_version(void);

/// The general category of a character as ICU numbers it (UCharCategory), 0 where it is not assigned in Unicode 15.0,
/// whatever the version of ICU at run time.
int32_t cicu_category(uint32_t character);

/// The value of a decimal digit of any script; -1 for other characters.
int32_t cicu_digit(uint32_t character);

/// Whether a character has the property White_Space.
int32_t cicu_is_blank(uint32_t character);

/// The normalization forms of UAX #15, and NFKC_Casefold of the Unicode standard, section 3.13 (D146).
enum { CICU_NFC = 0, CICU_NFD = 1, CICU_NFKC = 2, CICU_NFKD = 3, CICU_NFKC_CASEFOLD = 4 };

/// Writes `utf8` in the form asked for. Returns the length needed, which may exceed `capacity` (then nothing
/// useful was written); -1 on error.
int32_t cicu_normalize(int32_t form, const uint8_t *utf8, int32_t length, uint8_t *output, int32_t capacity);

/// Whether text can be cut before a character and both halves be written in the form by themselves.
int32_t cicu_has_boundary_before(int32_t form, uint32_t character);

#pragma clang assume_nonnull end

#endif

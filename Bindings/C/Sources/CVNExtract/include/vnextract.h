#ifndef VNEXTRACT_H
#define VNEXTRACT_H

/// Finds titles, persons, organizations, places, dates and numbers in Vietnamese, Arabic and English text.
///
/// All text is UTF-8. Functions that can fail return a status; where `error` is not NULL and something went wrong, a
/// message is put there. What the library puts into `*out` and `*error` belongs to the caller, who gives it back to
/// vnextract_string_free; both are set to NULL before anything else happens. No function keeps a pointer it was given.
/// All functions may be called by any number of threads at the same time, also with the same extractor.

#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#define VNEXTRACT_NULLABLE _Nullable
#else
#define VNEXTRACT_NULLABLE
#endif

#ifdef __cplusplus
extern "C" {
#endif

/// How a call ended. New values may be added at the end.
typedef enum vnextract_status {
  /// All is done.
  VNEXTRACT_OK = 0,
  /// An argument that must not be NULL is NULL.
  VNEXTRACT_INVALID_ARGUMENT = 1,
  /// An option has a value that it cannot have.
  VNEXTRACT_INVALID_OPTION = 2,
  /// A folder of lexicons cannot be read or a file in it is wrong; the message tells file, line and column.
  VNEXTRACT_INVALID_LEXICON = 3,
  /// The text is longer than 10,000,000 bytes.
  VNEXTRACT_TOO_LONG = 4,
  /// There is not enough memory for the answer.
  VNEXTRACT_NO_MEMORY = 5
} vnextract_status;

/// What an answer holds beyond the usual; values are added up in `vnextract_options.flags`.
typedef enum vnextract_flags {
  /// The text itself, as `text`.
  VNEXTRACT_WITH_TEXT = 1,
  /// The lexicon entries that each mention rests on, as `entries`; takes about as long again as the rest.
  VNEXTRACT_WITH_ENTRIES = 2,
  /// Times without a place on the calendar: now, recently, in the future.
  VNEXTRACT_VAGUE = 4
} vnextract_flags;

/// How to read and to answer. All strings end in NUL; NULL and 0 stand for what is usual.
///
/// Set all to zero, then `size`, then what is wanted: `vnextract_options options = {.size = sizeof options};`.
typedef struct vnextract_options {
  /// The size of the structure: `sizeof(vnextract_options)`. Later versions may add members at the end.
  size_t size;
  /// The id that the answer carries; usually empty. Not used by vnextract_extract_lines.
  const char *VNEXTRACT_NULLABLE id;
  /// The language: `vi`, `ar`, `en` or the tag of a profile of one's own; usually guessed (`auto`).
  const char *VNEXTRACT_NULLABLE language;
  /// The reference date, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm`, by which `30/6` gets its year; usually none.
  const char *VNEXTRACT_NULLABLE date;
  /// The types wanted, separated by commas: `TITLE,PERSON,ORG,LOC,DATE,NUMBER`; usually all.
  const char *VNEXTRACT_NULLABLE types;
  /// The unit of offsets: `scalar` (usual), `utf8` or `utf16`.
  const char *VNEXTRACT_NULLABLE offsets;
  /// The weakest evidence that is answered: `certain`, `likely` (usual) or `possible`.
  const char *VNEXTRACT_NULLABLE evidence;
  /// Values of vnextract_flags, added up.
  uint32_t flags;
  /// The number of threads of vnextract_extract_lines, at most 256; 0 is one for each processor.
  uint32_t threads;
  /// How many lines came before those of vnextract_extract_lines; a line without an id is called by its number.
  uint64_t lines_before;
} vnextract_options;

/// Lexicons and rules, ready to read documents; never changes.
typedef struct vnextract_extractor vnextract_extractor;

/// The version of the library, such as `0.1.0`; belongs to the library.
const char *vnextract_version(void);

/// Creates an extractor from the built-in lexicons and `count` folders laid out as `Lexicons/`; some milliseconds.
///
/// `folders` may be NULL where `count` is 0. Where `without_built_in` is not 0, only the folders count.
/// `*out` is to be given back to vnextract_extractor_free.
vnextract_status vnextract_extractor_create(
    const char *VNEXTRACT_NULLABLE const *VNEXTRACT_NULLABLE folders, size_t count, int32_t without_built_in,
    vnextract_extractor *VNEXTRACT_NULLABLE *VNEXTRACT_NULLABLE out,
    char *VNEXTRACT_NULLABLE *VNEXTRACT_NULLABLE error);

/// Gives an extractor back, which no thread may be using any more. NULL does nothing.
void vnextract_extractor_free(vnextract_extractor *VNEXTRACT_NULLABLE extractor);

/// Reads one document of `length` bytes; linear in its length.
///
/// `*out` is one JSON object, the one that the command `vnextract` writes, without a line end; `*out_length` bytes
/// and a NUL behind them. Bytes that are not UTF-8 count as U+FFFD, one for each maximal bad sequence.
/// `options` may be NULL, as may be `out_length`.
vnextract_status vnextract_extract(
    const vnextract_extractor *VNEXTRACT_NULLABLE extractor, const char *VNEXTRACT_NULLABLE text, size_t length,
    const vnextract_options *VNEXTRACT_NULLABLE options, char *VNEXTRACT_NULLABLE *VNEXTRACT_NULLABLE out,
    size_t *VNEXTRACT_NULLABLE out_length, char *VNEXTRACT_NULLABLE *VNEXTRACT_NULLABLE error);

/// Reads JSON Lines, as `vnextract extract --input jsonl --jobs N` does: a line of answer for each line, in their order.
///
/// A line is an object with `text` and, if it has them, `id`, `lang` and `date`, which go before the options. A line that
/// cannot be read is answered by `{"id":…,"line":N,"error":"…"}`; the call itself succeeds. `*out` is the answers, each with
/// a line end; `*out_length` bytes and a NUL behind them.
vnextract_status vnextract_extract_lines(
    const vnextract_extractor *VNEXTRACT_NULLABLE extractor, const char *VNEXTRACT_NULLABLE lines, size_t length,
    const vnextract_options *VNEXTRACT_NULLABLE options, char *VNEXTRACT_NULLABLE *VNEXTRACT_NULLABLE out,
    size_t *VNEXTRACT_NULLABLE out_length, char *VNEXTRACT_NULLABLE *VNEXTRACT_NULLABLE error);

/// Gives back what another function put into `*out` or `*error`. NULL does nothing.
void vnextract_string_free(char *VNEXTRACT_NULLABLE string);

#ifdef __cplusplus
}
#endif

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif

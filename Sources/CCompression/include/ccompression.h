#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

// The one door to zlib and libzstd. Neither header is included here: everything outside is an integer or an opaque
// handle, so a build without libzstd looks the same from Swift.

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A stream being decoded. Not thread-safe: one for each thread.
typedef struct ccompression_decoder ccompression_decoder;

/// Opens a decoder of gzip members (RFC 1952); NULL without memory.
ccompression_decoder *_Nullable ccompression_gzip_open(void);

/// Opens a decoder of Zstandard frames (RFC 8878); NULL without memory or where the build has no libzstd.
ccompression_decoder *_Nullable ccompression_zstd_open(void);

/// Closes what one of the openers returned.
void ccompression_close(ccompression_decoder *decoder);

/// What a step came to.
enum {
  /// There may be more of the member or frame.
  ccompression_more = 0,
  /// A member or frame ended; another may follow.
  ccompression_ended = 1,
  /// The bytes are no such data.
  ccompression_broken = -1,
};

/// Decodes from `input` to `output`; `*used` and `*made` say how far it got. Begins a new member or frame by itself.
int32_t ccompression_decode(ccompression_decoder *decoder, const uint8_t *input, size_t count, size_t *used,
                            uint8_t *output, size_t capacity, size_t *made);

#pragma clang assume_nonnull end

#endif

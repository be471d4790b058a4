#include "ccompression.h"

#include <stdlib.h>
#include <zlib.h>
#ifndef CCOMPRESSION_WITHOUT_ZSTD
#include <zstd.h>
#endif

struct ccompression_decoder {
  z_stream gzip;
  int is_gzip;
  int has_ended;
#ifndef CCOMPRESSION_WITHOUT_ZSTD
  ZSTD_DStream *zstd;
#endif
};

ccompression_decoder *ccompression_gzip_open(void) {
  ccompression_decoder *decoder = calloc(1, sizeof *decoder);
  if (!decoder) return NULL;
  decoder->is_gzip = 1;
  // The largest window, and a gzip header.
  if (inflateInit2(&decoder->gzip, 15 + 16) != Z_OK) {
    free(decoder);
    return NULL;
  }
  return decoder;
}

ccompression_decoder *ccompression_zstd_open(void) {
#ifdef CCOMPRESSION_WITHOUT_ZSTD
  return NULL;
#else
  ccompression_decoder *decoder = calloc(1, sizeof *decoder);
  if (!decoder) return NULL;
  decoder->zstd = ZSTD_createDStream();
  if (!decoder->zstd) {
    free(decoder);
    return NULL;
  }
  return decoder;
#endif
}

void ccompression_close(ccompression_decoder *decoder) {
  if (decoder->is_gzip) inflateEnd(&decoder->gzip);
#ifndef CCOMPRESSION_WITHOUT_ZSTD
  if (decoder->zstd) ZSTD_freeDStream(decoder->zstd);
#endif
  free(decoder);
}

static int32_t decode_gzip(ccompression_decoder *decoder, const uint8_t *input, size_t count, size_t *used,
                           uint8_t *output, size_t capacity, size_t *made) {
  if (decoder->has_ended && inflateReset(&decoder->gzip) != Z_OK) return ccompression_broken;
  decoder->has_ended = 0;
  decoder->gzip.next_in = (Bytef *)input;
  decoder->gzip.avail_in = (uInt)count;
  decoder->gzip.next_out = output;
  decoder->gzip.avail_out = (uInt)capacity;
  int result = inflate(&decoder->gzip, Z_NO_FLUSH);
  *used = count - decoder->gzip.avail_in;
  *made = capacity - decoder->gzip.avail_out;
  if (result == Z_STREAM_END) {
    decoder->has_ended = 1;
    return ccompression_ended;
  }
  // Without progress zlib says that it needs more bytes or more room.
  return result == Z_OK || result == Z_BUF_ERROR ? ccompression_more : ccompression_broken;
}

int32_t ccompression_decode(ccompression_decoder *decoder, const uint8_t *input, size_t count, size_t *used,
                            uint8_t *output, size_t capacity, size_t *made) {
  *used = 0;
  *made = 0;
  if (decoder->is_gzip) return decode_gzip(decoder, input, count, used, output, capacity, made);
#ifdef CCOMPRESSION_WITHOUT_ZSTD
  return ccompression_broken;
#else
  ZSTD_inBuffer in = {input, count, 0};
  ZSTD_outBuffer out = {output, capacity, 0};
  size_t result = ZSTD_decompressStream(decoder->zstd, &out, &in);
  *used = in.pos;
  *made = out.pos;
  if (ZSTD_isError(result)) return ccompression_broken;
  return result == 0 ? ccompression_ended : ccompression_more;
#endif
}

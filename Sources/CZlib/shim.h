#ifndef NTQ_ZLIB_SHIM_H
#define NTQ_ZLIB_SHIM_H
#include <zlib.h>

/* A macro in zlib.h; 15 bits of window, and 16 for the gzip format. */
static inline int ntq_gzip_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif

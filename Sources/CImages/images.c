#include "CImages.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
// After <stdio.h>, which it needs and does not include.
#include <jpeglib.h>
#include <png.h>

enum { MOST_PIXELS = 24 * 1000 * 1000, MOST_SCANS = 64 };

/// Averages the pixels of a picture into a smaller one of at most `longest` on its longer side; NULL without memory.
static uint8_t *reduce(const uint8_t *from, int width, int height, int longest, int *columns, int *rows) {
    int side = width > height ? width : height;
    *columns = side <= longest ? width : (int)((long)width * longest / side);
    *rows = side <= longest ? height : (int)((long)height * longest / side);
    if (*columns < 1) *columns = 1;
    if (*rows < 1) *rows = 1;
    uint8_t *to = malloc((size_t)*columns * *rows * 3);
    if (!to) return NULL;
    for (int y = 0; y < *rows; y++) {
        long top = (long)y * height / *rows, bottom = (long)(y + 1) * height / *rows;
        if (bottom <= top) bottom = top + 1;
        for (int x = 0; x < *columns; x++) {
            long left = (long)x * width / *columns, right = (long)(x + 1) * width / *columns;
            if (right <= left) right = left + 1;
            unsigned long sum[3] = {0, 0, 0}, count = (unsigned long)((bottom - top) * (right - left));
            for (long row = top; row < bottom; row++) {
                const uint8_t *pixel = from + (row * width + left) * 3;
                for (long column = left; column < right; column++, pixel += 3)
                    for (int part = 0; part < 3; part++) sum[part] += pixel[part];
            }
            for (int part = 0; part < 3; part++)
                to[((size_t)y * *columns + x) * 3 + part] = (uint8_t)(sum[part] / count);
        }
    }
    return to;
}

static int finish(uint8_t *whole, int width, int height, int longest, uint8_t **pixels, int *columns, int *rows) {
    *pixels = reduce(whole, width, height, longest, columns, rows);
    free(whole);
    return *pixels ? CI_DECODED : CI_TOO_LARGE;
}

static int decode_png(const uint8_t *bytes, size_t count, int longest, uint8_t **pixels, int *columns, int *rows) {
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes, count)) return CI_BROKEN;
    uint8_t *whole = NULL;
    int answer = CI_BROKEN;
    if ((uint64_t)image.width * image.height > MOST_PIXELS) {
        answer = CI_TOO_LARGE;
    } else {
        image.format = PNG_FORMAT_RGB;
        const png_color black = {0, 0, 0};
        whole = malloc(PNG_IMAGE_SIZE(image));
        if (whole && png_image_finish_read(&image, &black, whole, 0, NULL))
            answer = finish(whole, (int)image.width, (int)image.height, longest, pixels, columns, rows), whole = NULL;
    }
    free(whole);
    png_image_free(&image);
    return answer;
}

struct failing {
    struct jpeg_error_mgr manager;  // first, so that one is the other
    jmp_buf back;
};

static void fail(j_common_ptr decoder) { longjmp(((struct failing *)decoder->err)->back, 1); }

static void keep_quiet(j_common_ptr decoder) { (void)decoder; }

static void count_warning(j_common_ptr decoder, int level) {
    if (level < 0) decoder->err->num_warnings++;
}

/// A progressive picture of many scans takes the time of as many pictures.
static void watch(j_common_ptr decoder) {
    if (decoder->is_decompressor && ((j_decompress_ptr)decoder)->input_scan_number > MOST_SCANS) fail(decoder);
}

static int decode_jpeg(const uint8_t *bytes, size_t count, int longest, uint8_t **pixels, int *columns, int *rows) {
    struct jpeg_decompress_struct decoder;
    struct failing failing;
    struct jpeg_progress_mgr progress;
    uint8_t *volatile whole = NULL;
    decoder.err = jpeg_std_error(&failing.manager);
    failing.manager.error_exit = fail;
    failing.manager.output_message = keep_quiet;
    failing.manager.emit_message = count_warning;
    if (setjmp(failing.back)) {
        jpeg_destroy_decompress(&decoder);
        free(whole);
        return CI_BROKEN;
    }
    jpeg_create_decompress(&decoder);
    memset(&progress, 0, sizeof progress);
    progress.progress_monitor = watch;
    decoder.progress = &progress;
    jpeg_mem_src(&decoder, (unsigned char *)bytes, count);
    jpeg_read_header(&decoder, TRUE);
    if ((uint64_t)decoder.image_width * decoder.image_height > MOST_PIXELS) {
        jpeg_destroy_decompress(&decoder);
        return CI_TOO_LARGE;
    }
    decoder.out_color_space = JCS_RGB;
    unsigned side = decoder.image_width > decoder.image_height ? decoder.image_width : decoder.image_height;
    decoder.scale_num = 1;
    for (decoder.scale_denom = 8; decoder.scale_denom > 1 && side / decoder.scale_denom < (unsigned)longest;)
        decoder.scale_denom /= 2;
    jpeg_start_decompress(&decoder);
    int width = (int)decoder.output_width, height = (int)decoder.output_height;
    whole = malloc((size_t)width * height * 3);
    if (!whole || decoder.output_components != 3) fail((j_common_ptr)&decoder);
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = whole + (size_t)decoder.output_scanline * width * 3;
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    jpeg_destroy_decompress(&decoder);
    return finish(whole, width, height, longest, pixels, columns, rows);
}

int ci_decode(const uint8_t *bytes, size_t count, int longest, uint8_t **pixels, int *width, int *height) {
    static const uint8_t png[] = {0x89, 'P', 'N', 'G'}, jpeg[] = {0xFF, 0xD8, 0xFF};
    if (count > sizeof png && memcmp(bytes, png, sizeof png) == 0)
        return decode_png(bytes, count, longest, pixels, width, height);
    if (count > sizeof jpeg && memcmp(bytes, jpeg, sizeof jpeg) == 0)
        return decode_jpeg(bytes, count, longest, pixels, width, height);
    return CI_UNKNOWN;
}

void ci_release(uint8_t *pixels) { free(pixels); }

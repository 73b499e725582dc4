#pragma once
#include <stddef.h>
#include <stdint.h>

// Pictures of strangers, decoded by libpng and libjpeg within bounds.

enum { CI_DECODED = 0, CI_UNKNOWN = 1, CI_BROKEN = 2, CI_TOO_LARGE = 3 };

/// Decodes a PNG or a JPEG into rows of red, green and blue, a byte each, reduced until no side is longer than `longest`.
///
/// Transparent pixels are laid over black. Returns one of the words above; only CI_DECODED sets the other values, and
/// `pixels` is then to be released with `ci_release`.
int ci_decode(const uint8_t *bytes, size_t count, int longest, uint8_t **pixels, int *width, int *height);
void ci_release(uint8_t *pixels);

#define _GNU_SOURCE /* memrchr */

#include "text/path_key.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes16.h"
#include "base/hash.h"
#include "text/upcase.h"
#include "text/utf8.h"

/* The longest UTF-8 form of one folded character. */
enum { MAX_CHARACTER_BYTES = 4 };

/* Drops the prefix that switches off Windows' parsing of paths: `\\?\C:\x` becomes `C:\x`. For
 * `\\?\UNC\server`, writes the backslashes of `\\server` to `out`. Returns the length of `out`. */
static size_t drop_prefix(struct span *path, char *out)
{
    static const char unc[] = "\\\\?\\UNC\\";
    if (path->length == 0 || path->bytes[0] != '\\')
        return 0;
    if (span_starts_with_ignoring_case(*path, span_of(unc))) {
        *path = span_slice(*path, sizeof unc - 1, path->length);
        out[0] = out[1] = '\\';
        return 2;
    }
    if (path->length > 6 && span_starts_with_ignoring_case(*path, span_of("\\\\?\\")) &&
        path->bytes[5] == ':')
        *path = span_slice(*path, 4, path->length);
    return 0;
}

/* Appends the folded form of the character at `at` and returns its length in the path. */
static size_t fold_character(struct span path, size_t at, char *out, size_t *out_length)
{
    uint32_t character;
    size_t length = utf8_read(span_slice(path, at, path.length), &character);
    if (length == 0) {
        out[(*out_length)++] = path.bytes[at];
        return 1;
    }
    *out_length += utf8_write(out + *out_length, upcase(character));
    return length;
}

/* Returns the positions of lead bytes of characters that may have case. Those of Kana and Han, E3
 * to E9, are not among them, so most of a Japanese path is copied as it is. */
static unsigned places_with_case(bytes16 read)
{
    return bytes16_places(bytes16_between(read, 0xC0, 0xE2) | bytes16_between(read, 0xEA, 0xFF));
}

static bool ends_with_separator(const char *text, size_t length)
{
    return length > 0 && text[length - 1] == '\\';
}

/* Appends 16 folded bytes to the `length` bytes of `out` and returns the positions of those that it
 * cannot fold: characters beyond ASCII that may have case, and separators after another one. */
static unsigned fold_bytes16(bytes16 read, char *out, size_t length)
{
    bytes16 folded = read ^ (bytes16_equal(read, '/') & ('/' ^ '\\'));
    folded |= bytes16_between(folded, 'A', 'Z') & ('a' ^ 'A');
    memcpy(out + length, &folded, sizeof folded);
    unsigned separators = bytes16_places(bytes16_equal(folded, '\\'));
    unsigned special = separators & separators << 1;
    if ((separators & 1) != 0 && ends_with_separator(out, length))
        special |= 1;
    return bytes16_places(read) != 0 ? special | places_with_case(read) : special;
}

/* A path while it is folded. */
struct path_folding {
    char *out; /* with the capacity that fold_into reserves */
    size_t length;
    bool keeps_offsets; /* every byte has the offset of its original in the path */
};

/* Appends what fold_bytes16 could not fold: a character, or a separator after another one, which is
 * dropped unless both start a share. Returns its length in the path. */
static size_t fold_special(struct span path, size_t at, struct path_folding *folding,
                           size_t *length)
{
    size_t path_bytes = 1;
    size_t before = *length;
    if (!ascii_contains(path.bytes[at]))
        path_bytes = fold_character(path, at, folding->out, length);
    else if (before <= 1)
        folding->out[(*length)++] = '\\';
    folding->keeps_offsets = folding->keeps_offsets && *length - before == path_bytes;
    return path_bytes;
}

/* Folds `path`, sixteen bytes at a time. */
static void fold_path(struct span path, struct path_folding *folding)
{
    char *out = folding->out;
    size_t whole_length = path.length;
    size_t length = drop_prefix(&path, out);
    folding->keeps_offsets = path.length == whole_length;
    for (size_t at = 0; at < path.length;) {
        size_t rest = path.length - at;
        bytes16 read = rest < BYTES16_COUNT ? bytes16_tail(path, at) : bytes16_of(path.bytes + at);
        unsigned special = fold_bytes16(read, out, length);
        size_t read_bytes = rest < BYTES16_COUNT ? rest : BYTES16_COUNT;
        size_t done = special != 0 ? bytes16_first(special) : read_bytes;
        at += done;
        length += done;
        if (special != 0)
            at += fold_special(path, at, folding, &length);
    }
    while (length > 1 && out[length - 1] == '\\')
        length--;
    folding->length = length;
}

/* Returns the offset of the last `wanted`; 0 if there is none. */
static size_t last_byte(struct span text, char wanted)
{
    const char *last = text.length > 0 ? memrchr(text.bytes, wanted, text.length) : NULL;
    return last != NULL ? (size_t)(last - text.bytes) : 0;
}

/* Returns the offset of the last separator that is followed by a name; 0 if there is none. */
static size_t last_separator(struct span path)
{
    while (path.length > 0 && span_is_path_separator(path.bytes[path.length - 1]))
        path.length--;
    size_t backslash = last_byte(path, '\\');
    size_t slash = last_byte(path, '/');
    return backslash > slash ? backslash : slash;
}

static bool fold_into(struct span path, struct buffer *folded, bool *keeps_offsets,
                      struct fault *fault)
{
    folded->length = 0;
    if (!buffer_reserve(folded, path.length * MAX_CHARACTER_BYTES + BYTES16_COUNT, fault))
        return false;
    struct path_folding folding = {.out = folded->bytes};
    fold_path(path, &folding);
    folded->length = folding.length;
    *keeps_offsets = folding.keeps_offsets;
    return true;
}

bool path_key_fold(struct span path, struct buffer *folded, struct fault *fault)
{
    bool keeps_offsets = false;
    return fold_into(path, folded, &keeps_offsets, fault);
}

bool path_key_of(struct span path, uint64_t salt, uint64_t seed, struct buffer *folded,
                 struct path_key *key, struct fault *fault)
{
    bool keeps_offsets = false;
    if (!fold_into(path, folded, &keeps_offsets, fault))
        return false;
    struct span text = buffer_span(folded);
    size_t folder_length = last_byte(text, '\\');
    *key = (struct path_key){.file = hash_span(text, seed ^ salt),
                             .folder = hash_span(span_slice(text, 0, folder_length), seed),
                             .folder_length = keeps_offsets ? folder_length : last_separator(path)};
    return true;
}

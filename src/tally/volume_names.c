#include "tally/volume_names.h"

#include <assert.h>
#include <string.h>

#include "base/ascii.h"

static const char name_start[] = "\\\\?\\Volume";

enum { GUID_BYTES = 38, MAX_NAME_BYTES = sizeof name_start - 1 + GUID_BYTES + 1 };

/* What precedes a position in the record, and so whether a name there is called a volume. */
enum name_context {
    CONTEXT_NONE,
    CONTEXT_WORD,       /* the word "volume" or "drive" */
    CONTEXT_AFTER_NAME, /* a volume after that word */
    CONTEXT_LIST,       /* such a volume and "and" or a comma */
};

struct volume_scan {
    struct span text;
    size_t at;
    enum name_context context;
};

/* A name found at the scan's position. */
struct found_volume {
    char letter; /* 0: it is `text` */
    struct span text;
    size_t end;
};

/* The length of the first of `texts` (NULL ends them) found at `at`, whatever its case; 0 if none.
 */
static size_t length_of_any(struct span text, size_t at, const char *const *texts)
{
    struct span rest = span_slice(text, at, text.length);
    for (; *texts != NULL; texts++)
        if (span_starts_with_ignoring_case(rest, span_of(*texts)))
            return span_of(*texts).length;
    return 0;
}

/* The same for whole words: a word of letters may not be part of a longer one. */
static size_t length_of_word(struct span text, size_t at, const char *const *words)
{
    size_t length = length_of_any(text, at, words);
    if (length == 0 || !ascii_is_letter(text.bytes[at]))
        return length;
    bool begins = at == 0 || !ascii_is_word_byte(text.bytes[at - 1]);
    bool ends = at + length == text.length || !ascii_is_word_byte(text.bytes[at + length]);
    return begins && ends ? length : 0;
}

/* The length of "D" or its full-width form; 0 if neither is at `at`. */
static size_t length_of_letter(struct span text, size_t at, char *letter)
{
    static const unsigned char capital[] = {0xEF, 0xBC, 0xA1};
    static const unsigned char small[] = {0xEF, 0xBD, 0x81};
    const unsigned char *bytes = (const unsigned char *)text.bytes + at;
    *letter = text.bytes[at];
    if (ascii_is_letter(*letter))
        return 1;
    if (at + 3 > text.length || bytes[0] != capital[0])
        return 0;
    if (bytes[1] == capital[1] && bytes[2] >= capital[2] && bytes[2] < capital[2] + 26)
        *letter = (char)('A' + bytes[2] - capital[2]);
    else if (bytes[1] == small[1] && bytes[2] >= small[2] && bytes[2] < small[2] + 26)
        *letter = (char)('a' + bytes[2] - small[2]);
    else
        return 0;
    return 3;
}

/* True if a root may end at `at`: the path does not continue. */
static bool ends_root(struct span text, size_t at)
{
    static const char *const borders[] = {"\t", "\r", "\n", "]",  ")",  "}",  ">",  "\"", "'",
                                          "`",  ",",  ";",  "|",  ":",  ".",  "?",  "!",  "、",
                                          "。", "」", "』", "）", "］", "，", "：", "　", NULL};
    return at >= text.length || text.bytes[at] == ' ' || length_of_any(text, at, borders) > 0;
}

static size_t length_of_backslash(struct span text, size_t at)
{
    static const char *const slashes[] = {"\\", "/", "￥", "＼", NULL};
    return length_of_any(text, at, slashes);
}

static bool read_drive(const struct volume_scan *scan, struct found_volume *found)
{
    static const char *const colons[] = {":", "：", NULL};
    struct span text = scan->text;
    size_t at = scan->at;
    size_t length = length_of_letter(text, at, &found->letter);
    if (length == 0 || (at > 0 && ascii_is_word_byte(text.bytes[at - 1])))
        return false;
    at += length;
    size_t colon = length_of_any(text, at, colons);
    bool is_volume = scan->context == CONTEXT_WORD || scan->context == CONTEXT_LIST;
    bool goes_on = at + colon < text.length && ascii_is_word_byte(text.bytes[at + colon]);
    if (goes_on || (colon == 0 && (!is_volume || found->letter >= 'a')))
        return false;
    found->end = at + colon;
    size_t backslash = length_of_backslash(text, found->end);
    if (colon == 0 || backslash == 0)
        return true;
    found->end += backslash;
    bool is_word_next = found->end < text.length && ascii_contains(text.bytes[found->end]);
    return ends_root(text, found->end) || scan->context == CONTEXT_WORD ||
           (scan->context == CONTEXT_LIST && !is_word_next);
}

static bool read_volume(const struct volume_scan *scan, struct found_volume *found)
{
    struct span rest = span_slice(scan->text, scan->at, scan->text.length);
    size_t length = sizeof name_start - 1 + GUID_BYTES;
    if (!span_starts_with_ignoring_case(rest, span_of(name_start)) || rest.length < length ||
        rest.bytes[sizeof name_start - 1] != '{' || rest.bytes[length - 1] != '}')
        return false;
    for (size_t i = sizeof name_start; i < length - 1; i++)
        if (!ascii_is_word_byte(rest.bytes[i]) && rest.bytes[i] != '-')
            return false;
    bool has_end = rest.length > length && rest.bytes[length] == '\\';
    found->letter = 0;
    found->text = span_slice(rest, 0, length + has_end);
    found->end = scan->at + found->text.length;
    return ends_root(rest, found->text.length) || scan->context == CONTEXT_WORD;
}

/* Keeps the first names in sorted order, so that the order in which they are found does not matter.
 */
static bool add(struct volume_names *names, const struct found_volume *found, struct arena *arena,
                struct fault *fault)
{
    char drive[] = {ascii_to_upper(found->letter), ':'};
    struct span name = found->letter != 0 ? (struct span){drive, sizeof drive} : found->text;
    size_t at = 0;
    while (at < names->count && span_compare(names->names[at], name) < 0)
        at++;
    if (at < names->count && span_equals(names->names[at], name))
        return true;
    bool is_full = names->count == MAX_VOLUME_NAMES;
    names->has_more = names->has_more || is_full;
    if (at == MAX_VOLUME_NAMES)
        return true;
    /* Reuse the memory of the name that is pushed out, so that names in descending order take no
     * more than others. */
    char *copy = is_full ? (char *)names->names[MAX_VOLUME_NAMES - 1].bytes
                         : arena_allocate(arena, MAX_NAME_BYTES, 1, fault);
    if (copy == NULL)
        return false;
    assert(name.length <= MAX_NAME_BYTES);
    memcpy(copy, name.bytes, name.length);
    name.bytes = copy;
    names->count += !is_full;
    for (size_t i = names->count - 1; i > at; i--)
        names->names[i] = names->names[i - 1];
    names->names[at] = name;
    return true;
}

static size_t length_of_word_bytes(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.length && ascii_is_word_byte(text.bytes[end]))
        end++;
    return end - at;
}

/* Moves past a word, a separator, a blank or other text, and updates the context. */
static void skip(struct volume_scan *scan)
{
    static const char *const words[] = {"volumes", "volume(s)",  "volume",   "drives", "drive(s)",
                                        "drive",   "ボリューム", "ドライブ", NULL};
    static const char *const separators[] = {"and",    "or", ",",  "、", "と",
                                             "および", "・", "，", NULL};
    static const char *const blanks[] = {" ", "\t", "[",  "]",  "(",  ")",  "\"", "'",  "`",
                                         ":", "=",  "「", "」", "（", "）", "：", "　", NULL};
    struct span text = scan->text;
    size_t length = length_of_word(text, scan->at, words);
    if (length > 0) {
        scan->context = CONTEXT_WORD;
    } else if ((length = length_of_word(text, scan->at, separators)) > 0) {
        scan->context = scan->context == CONTEXT_AFTER_NAME ? CONTEXT_LIST : scan->context;
    } else if ((length = length_of_any(text, scan->at, blanks)) > 0) {
        bool is_opened = text.bytes[scan->at] == '[';
        if (is_opened && scan->context == CONTEXT_AFTER_NAME)
            scan->context = CONTEXT_LIST;
    } else {
        length = length_of_word_bytes(text, scan->at);
        length += length == 0;
        scan->context = CONTEXT_NONE;
    }
    scan->at += length;
}

bool volume_names_add(struct volume_names *names, struct span record, struct arena *arena,
                      struct fault *fault)
{
    struct volume_scan scan = {.text = record};
    while (scan.at < record.length) {
        struct found_volume found = {0};
        if (!read_volume(&scan, &found) && !read_drive(&scan, &found)) {
            skip(&scan);
            continue;
        }
        if (!add(names, &found, arena, fault))
            return false;
        scan.at = found.end;
        scan.context = scan.context == CONTEXT_NONE ? CONTEXT_NONE : CONTEXT_AFTER_NAME;
    }
    return true;
}

bool volume_names_add_path(struct volume_names *names, struct span path, struct arena *arena,
                           struct fault *fault)
{
    static const char *const prefixes[] = {"\\\\?\\", "\\\\.\\", NULL};
    struct volume_scan scan = {.text = path, .context = CONTEXT_WORD};
    struct found_volume found = {0};
    if (path.length == 0)
        return true;
    if (!read_volume(&scan, &found)) {
        scan.at = length_of_any(path, 0, prefixes);
        if (scan.at == path.length || !read_drive(&scan, &found) ||
            path.bytes[found.end - 1] == found.letter)
            return true;
    }
    return add(names, &found, arena, fault);
}

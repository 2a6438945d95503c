#include "tally/volume_names.h"

#include <string.h>

#include "base/ascii.h"

static const char name_start[] = "\\\\?\\Volume";

enum { GUID_BYTES = 38, MAX_NAME_BYTES = sizeof name_start - 1 + GUID_BYTES + 1 };

/* How far what stands at a place of the record is called a volume. */
enum call {
    CALL_NONE,
    CALL_NAMED,  /* behind the word */
    CALL_AFTER,  /* behind a volume that was called so */
    CALL_LISTED, /* behind that and "and" or a comma */
};

struct volume_scan {
    struct span text;
    size_t at;
    enum call call;
};

/* A name found at the reader's place. */
struct found {
    char letter; /* 0: it is `text` */
    struct span text;
    size_t end;
};

/* The length of the first of the texts that stands at `at`, in any case; 0: none does. */
static size_t length_of_one(struct span text, size_t at, const char *const *ones)
{
    struct span rest = span_slice(text, at, text.length);
    for (; *ones != NULL; ones++)
        if (span_starts_with_ignoring_case(rest, span_of(*ones)))
            return span_of(*ones).length;
    return 0;
}

/* A word of letters ends where they end. */
static size_t length_of_word(struct span text, size_t at, const char *const *words)
{
    size_t length = length_of_one(text, at, words);
    if (length == 0 || !ascii_is_letter(text.bytes[at]))
        return length;
    bool begins = at == 0 || !ascii_is_word_byte(text.bytes[at - 1]);
    bool ends = at + length == text.length || !ascii_is_word_byte(text.bytes[at + length]);
    return begins && ends ? length : 0;
}

/* "D" or the wide form of it. */
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

/* Whether a root may end here: nothing of a path goes on. */
static bool ends_root(struct span text, size_t at)
{
    static const char *const borders[] = {"\t", "\r", "\n", "]",  ")",  "}",  ">",  "\"", "'",
                                          "`",  ",",  ";",  "|",  ":",  ".",  "?",  "!",  "、",
                                          "。", "」", "』", "）", "］", "，", "：", "　", NULL};
    return at >= text.length || text.bytes[at] == ' ' || length_of_one(text, at, borders) > 0;
}

static size_t length_of_backslash(struct span text, size_t at)
{
    static const char *const slashes[] = {"\\", "/", "￥", "＼", NULL};
    return length_of_one(text, at, slashes);
}

static bool read_drive(const struct volume_scan *reading, struct found *found)
{
    static const char *const colons[] = {":", "：", NULL};
    struct span text = reading->text;
    size_t at = reading->at;
    size_t length = length_of_letter(text, at, &found->letter);
    if (length == 0 || (at > 0 && ascii_is_word_byte(text.bytes[at - 1])))
        return false;
    at += length;
    size_t colon = length_of_one(text, at, colons);
    bool is_called = reading->call == CALL_NAMED || reading->call == CALL_LISTED;
    bool goes_on = at + colon < text.length && ascii_is_word_byte(text.bytes[at + colon]);
    if (goes_on || (colon == 0 && (!is_called || found->letter >= 'a')))
        return false;
    found->end = at + colon;
    size_t backslash = length_of_backslash(text, found->end);
    if (colon == 0 || backslash == 0)
        return true;
    found->end += backslash;
    bool is_word_behind = found->end < text.length && (unsigned char)text.bytes[found->end] < 0x80;
    return ends_root(text, found->end) || reading->call == CALL_NAMED ||
           (reading->call == CALL_LISTED && !is_word_behind);
}

static bool read_volume(const struct volume_scan *reading, struct found *found)
{
    struct span rest = span_slice(reading->text, reading->at, reading->text.length);
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
    found->end = reading->at + found->text.length;
    return ends_root(rest, found->text.length) || reading->call == CALL_NAMED;
}

/* Keeps the first ones by name, so that the order in which they are met does not matter. */
static bool add(struct volume_names *names, const struct found *found, struct arena *arena,
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
    /* The room of the one that gives way is taken again, so that names in falling order take no
     * more memory than others. */
    char *room = is_full ? (char *)names->names[MAX_VOLUME_NAMES - 1].bytes
                         : arena_allocate(arena, MAX_NAME_BYTES, 1, fault);
    if (room == NULL)
        return false;
    memcpy(room, name.bytes, name.length);
    name.bytes = room;
    names->count += !is_full;
    for (size_t i = names->count - 1; i > at; i--)
        names->names[i] = names->names[i - 1];
    names->names[at] = name;
    return true;
}

static size_t length_of_letters(struct span text, size_t at)
{
    size_t end = at;
    while (end < text.length && ascii_is_word_byte(text.bytes[end]))
        end++;
    return end - at;
}

/* What stands between a word and its volume, or between the volumes of a list, is passed over. */
static void pass(struct volume_scan *reading)
{
    static const char *const words[] = {"volumes", "volume(s)",  "volume",   "drives", "drive(s)",
                                        "drive",   "ボリューム", "ドライブ", NULL};
    static const char *const joints[] = {"and", "or", ",", "、", "と", "および", "・", "，", NULL};
    static const char *const blanks[] = {" ", "\t", "[",  "]",  "(",  ")",  "\"", "'",  "`",
                                         ":", "=",  "「", "」", "（", "）", "：", "　", NULL};
    struct span text = reading->text;
    size_t length = length_of_word(text, reading->at, words);
    if (length > 0) {
        reading->call = CALL_NAMED;
    } else if ((length = length_of_word(text, reading->at, joints)) > 0) {
        reading->call = reading->call == CALL_AFTER ? CALL_LISTED : reading->call;
    } else if ((length = length_of_one(text, reading->at, blanks)) > 0) {
        bool is_opened = text.bytes[reading->at] == '[';
        if (is_opened && reading->call == CALL_AFTER)
            reading->call = CALL_LISTED;
    } else {
        length = length_of_letters(text, reading->at);
        length += length == 0;
        reading->call = CALL_NONE;
    }
    reading->at += length;
}

bool volume_names_add(struct volume_names *names, struct span record, struct arena *arena,
                      struct fault *fault)
{
    struct volume_scan reading = {.text = record};
    while (reading.at < record.length) {
        struct found found = {0};
        if (!read_volume(&reading, &found) && !read_drive(&reading, &found)) {
            pass(&reading);
            continue;
        }
        if (!add(names, &found, arena, fault))
            return false;
        reading.at = found.end;
        reading.call = reading.call == CALL_NONE ? CALL_NONE : CALL_AFTER;
    }
    return true;
}

bool volume_names_add_path(struct volume_names *names, struct span path, struct arena *arena,
                           struct fault *fault)
{
    static const char *const prefixes[] = {"\\\\?\\", "\\\\.\\", NULL};
    struct volume_scan reading = {.text = path, .call = CALL_NAMED};
    struct found found = {0};
    if (path.length == 0)
        return true;
    if (!read_volume(&reading, &found)) {
        reading.at = length_of_one(path, 0, prefixes);
        if (reading.at == path.length || !read_drive(&reading, &found) ||
            path.bytes[found.end - 1] == found.letter)
            return true;
    }
    return add(names, &found, arena, fault);
}

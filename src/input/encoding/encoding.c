#include "input/encoding/encoding.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "input/encoding/codepage.h"
#include "input/encoding/encoding_guess.h"
#include "text/utf8.h"

/* A byte order mark. */
struct mark {
    struct span bytes;
    enum encoding_form form;
    size_t unit_bytes;
    bool is_big_endian;
    const char *name;
};

/* UTF-32 before UTF-16: their little-endian marks begin alike. */
static const struct mark marks[] = {
    {{"\xEF\xBB\xBF", 3}, ENCODING_UTF8, 1, false, "UTF-8"},
    {{"\xFF\xFE\0\0", 4}, ENCODING_CODE_PAGE, 4, false, "UTF-32LE"},
    {{"\0\0\xFE\xFF", 4}, ENCODING_CODE_PAGE, 4, true, "UTF-32BE"},
    {{"\xFF\xFE", 2}, ENCODING_UTF16LE, 2, false, "UTF-16LE"},
    {{"\xFE\xFF", 2}, ENCODING_UTF16BE, 2, true, "UTF-16BE"},
};

static const struct mark *find_mark(struct span head)
{
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        const struct mark *mark = &marks[i];
        if (head.length >= mark->bytes.length &&
            span_equals(span_slice(head, 0, mark->bytes.length), mark->bytes))
            return mark;
    }
    return NULL;
}

static struct encoding make_encoding(enum encoding_form form, const char *name, size_t unit_bytes,
                                     bool is_big_endian)
{
    struct encoding encoding = {.form = form,
                                .unit_bytes = unit_bytes,
                                .is_big_endian = is_big_endian,
                                .keeps_ascii = unit_bytes == 1};
    snprintf(encoding.name, sizeof encoding.name, "%s", name);
    return encoding;
}

/* Aliases in lower case and without "-", "_" and blanks, each with the name that the report shows.
 */
struct alias {
    const char *alias;
    const char *name;
};

static const struct alias aliases[] = {
    {"utf8", "UTF-8"},         {"utf8sig", "UTF-8"},    {"65001", "UTF-8"},
    {"cp65001", "UTF-8"},      {"utf16", "UTF-16"},     {"unicode", "UTF-16"},
    {"ucs2", "UTF-16"},        {"utf16le", "UTF-16LE"}, {"ucs2le", "UTF-16LE"},
    {"1200", "UTF-16LE"},      {"cp1200", "UTF-16LE"},  {"utf16be", "UTF-16BE"},
    {"ucs2be", "UTF-16BE"},    {"1201", "UTF-16BE"},    {"cp1201", "UTF-16BE"},
    {"utf32", "UTF-32LE"},     {"utf32le", "UTF-32LE"}, {"utf32be", "UTF-32BE"},
    {"932", "CP932"},          {"cp932", "CP932"},      {"ms932", "CP932"},
    {"windows31j", "CP932"},   {"shiftjis", "CP932"},   {"sjis", "CP932"},
    {"xsjis", "CP932"},        {"1252", "CP1252"},      {"cp1252", "CP1252"},
    {"windows1252", "CP1252"}, {"ansi", "CP1252"},      {"latin1", "CP1252"},
    {"iso88591", "CP1252"},    {"ascii", "CP1252"},     {"usascii", "CP1252"},
    {"437", "CP437"},          {"cp437", "CP437"},      {"ibm437", "CP437"},
    {"850", "CP850"},          {"cp850", "CP850"},      {"ibm850", "CP850"},
};

static struct encoding encoding_of_alias(const char *name)
{
    if (strcmp(name, "UTF-8") == 0)
        return make_encoding(ENCODING_UTF8, name, 1, false);
    if (strcmp(name, "UTF-16BE") == 0)
        return make_encoding(ENCODING_UTF16BE, name, 2, true);
    if (strncmp(name, "UTF-16", 6) == 0)
        return make_encoding(ENCODING_UTF16LE, name, 2, false);
    if (strncmp(name, "UTF-32", 6) == 0)
        return make_encoding(ENCODING_CODE_PAGE, name, 4, strcmp(name, "UTF-32BE") == 0);
    return make_encoding(ENCODING_CODE_PAGE, name, 1, false);
}

static void fold_name(const char *name, char folded[ENCODING_NAME_BYTES])
{
    size_t length = 0;
    for (; *name != '\0' && length + 1 < ENCODING_NAME_BYTES; name++) {
        if (*name == '-' || *name == '_' || *name == ' ')
            continue;
        folded[length++] = ascii_to_lower(*name);
    }
    folded[length] = '\0';
}

/* Upper case, and a mere number is that of a code page: CP before it. */
static void iconv_name_of(const char *name, char iconv_name[ENCODING_NAME_BYTES])
{
    bool is_number = *name != '\0' && name[strspn(name, "0123456789")] == '\0';
    snprintf(iconv_name, ENCODING_NAME_BYTES, "%s%.24s", is_number ? "CP" : "", name);
    for (char *at = iconv_name; *at != '\0'; at++)
        *at = ascii_to_upper(*at);
}

static bool find_in_iconv(const char *name, struct encoding *encoding, struct fault *fault)
{
    char iconv_name[ENCODING_NAME_BYTES];
    iconv_name_of(name, iconv_name);
    struct codepage probe = {0};
    /* After a slash come instructions to iconv ("//TRANSLIT"). */
    bool is_known =
        strlen(name) < 25 && strchr(name, '/') == NULL && codepage_select(&probe, iconv_name, 1);
    codepage_release(&probe);
    if (!is_known || iconv_name[0] == '\0')
        return fault_set(fault, FAULT_OPTION, "unknown encoding '%s'", name);
    bool is_big_endian = false;
    size_t unit_bytes = codepage_unit_bytes(iconv_name, &is_big_endian);
    if (unit_bytes == 0)
        return fault_set(fault, FAULT_OPTION, "encoding '%s' is none that logs are written in",
                         name);
    *encoding = make_encoding(ENCODING_CODE_PAGE, iconv_name, unit_bytes, is_big_endian);
    encoding->keeps_ascii = unit_bytes == 1 && codepage_keeps_ascii(iconv_name);
    return true;
}

bool encoding_by_alias(const char *name, struct encoding *encoding)
{
    char folded[ENCODING_NAME_BYTES];
    fold_name(name, folded);
    for (size_t i = 0; i < COUNT_OF(aliases); i++)
        if (strcmp(aliases[i].alias, folded) == 0) {
            *encoding = encoding_of_alias(aliases[i].name);
            return true;
        }
    return false;
}

bool encoding_by_name(const char *name, struct encoding *encoding, struct fault *fault)
{
    if (!encoding_by_alias(name, encoding) && !find_in_iconv(name, encoding, fault))
        return false;
    encoding->is_forced = true;
    return true;
}

struct encoding encoding_forced_on_head(const struct encoding *forced, struct span head)
{
    struct encoding encoding = *forced;
    const struct mark *mark = find_mark(head);
    bool has_any_order = strcmp(forced->name, "UTF-16") == 0;
    if (has_any_order && mark != NULL && mark->unit_bytes == 2)
        encoding = make_encoding(mark->form, mark->name, 2, mark->is_big_endian);
    else if (has_any_order)
        encoding = make_encoding(ENCODING_UTF16LE, "UTF-16LE", 2, false);
    encoding.is_forced = true;
    if (mark != NULL && strcmp(mark->name, encoding.name) == 0)
        encoding.mark_bytes = mark->bytes.length;
    return encoding;
}

struct encoding encoding_of_head(struct span head)
{
    const struct mark *mark = find_mark(head);
    if (mark != NULL) {
        struct encoding marked =
            make_encoding(mark->form, mark->name, mark->unit_bytes, mark->is_big_endian);
        marked.mark_bytes = mark->bytes.length;
        return marked;
    }
    enum encoding_guess_utf16 guess = encoding_guess_utf16(head);
    if (guess == GUESS_UTF16LE)
        return make_encoding(ENCODING_UTF16LE, "UTF-16LE", 2, false);
    if (guess == GUESS_UTF16BE)
        return make_encoding(ENCODING_UTF16BE, "UTF-16BE", 2, true);
    return make_encoding(ENCODING_UNDECIDED, "ASCII", 1, false);
}

void encoding_decide(struct encoding *encoding, struct span chunk)
{
    if (encoding->form != ENCODING_UNDECIDED || utf8_ascii_length(chunk) == chunk.length)
        return;
    enum encoding_guess guess = encoding_guess_eight_bit(chunk);
    if (guess == GUESS_UTF8)
        *encoding = make_encoding(ENCODING_UTF8, "UTF-8", 1, false);
    else
        *encoding =
            make_encoding(ENCODING_CODE_PAGE, guess == GUESS_CP932 ? "CP932" : "CP1252", 1, false);
}

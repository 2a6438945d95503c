#include "input/host_rank.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/host_words.h"

static const char *const archive_suffixes[] = {
    ".zip", ".tar", ".tgz", ".txz", ".tbz", ".tbz2", ".tzst",
    ".gz",  ".xz",  ".bz2", ".zst", ".lz4", ".7z",   ".cab",
};

static const char *const collector_suffixes[] = {
    "_DPM_Error_Logs",
    "_CBENGINE_Error_Logs",
};

static bool cut_suffix(struct span *name, const char *const suffixes[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct span suffix = span_of(suffixes[i]);
        if (span_ends_with_ignoring_case(*name, suffix)) {
            name->length -= suffix.length;
            return true;
        }
    }
    return false;
}

static bool is_drive(struct span name)
{
    bool is_letter = name.length > 0 && ascii_is_letter(name.bytes[0]);
    return is_letter && (name.length == 1 ||
                         (name.length == 2 && (name.bytes[1] == ':' || name.bytes[1] == '$')));
}

/* Cuts a date or moment at the end, with its separator: 8, 12 or 14 digits. */
static void cut_date(struct span *name)
{
    for (size_t start = 1; start < name->length; start++) {
        size_t digits = 0;
        size_t i = start + 1;
        if (!host_shape_is_separator(name->bytes[start]))
            continue;
        for (; i < name->length; i++) {
            if (ascii_is_digit(name->bytes[i]))
                digits++;
            else if (!host_shape_is_separator(name->bytes[i]))
                break;
        }
        if (i == name->length && (digits == 8 || digits == 12 || digits == 14)) {
            name->length = start;
            return;
        }
    }
}

/* True for a word that may be cut off a name where `separator` joins them. A number is cut only in
 * brackets or after a full stop, and after a hyphen only what logs are called, and times: FS01-OLD
 * may be another server than FS01. */
static bool is_loose_end(struct span name, struct span word, char separator)
{
    if (separator == '-')
        return host_words_has_log(word) || host_shape_is_time(word);
    if (separator == '.' && span_find_byte(name, '.') + 1 < name.length - word.length)
        return false; /* of a domain */
    bool is_joined = separator == '_' || separator == ' ';
    bool is_number = ascii_is_digit(word.bytes[0]) && ascii_is_digit(word.bytes[word.length - 1]);
    return !(is_joined && is_number) && host_shape_is_generic(word);
}

static bool is_loose_start(struct span word, char separator)
{
    if (separator == '-')
        return host_words_has_log(word);
    return separator != '.' && host_shape_is_generic(word);
}

/* Cuts the last word if it is none of the name. */
static bool cut_last_word(struct span *name)
{
    size_t end = name->length;
    while (end > 0 && host_shape_is_separator(name->bytes[end - 1]))
        end--;
    size_t start = end;
    while (start > 0 && !host_shape_is_separator(name->bytes[start - 1]))
        start--;
    bool is_cut = end < name->length;
    name->length = end;
    if (start == 0 || start == end ||
        !is_loose_end(*name, span_slice(*name, start, end), name->bytes[start - 1]))
        return is_cut;
    name->length = start - 1;
    return true;
}

/* The same with the first word; a date before a name has hyphens inside. */
static bool cut_first_word(struct span *name)
{
    size_t start = 0;
    while (start < name->length && host_shape_is_separator(name->bytes[start]))
        start++;
    size_t end = start;
    while (end < name->length && !host_shape_is_separator(name->bytes[end]))
        end++;
    struct span word = span_slice(*name, start, end);
    bool is_cut = start > 0;
    if (word.length > 0 && end < name->length && is_loose_start(word, name->bytes[end])) {
        start = end + 1;
        is_cut = true;
    }
    *name = span_slice(*name, start, name->length);
    return is_cut;
}

/* Cuts a date before the name, as in 2024-05-13_FS01. */
static void cut_leading_date(struct span *name)
{
    size_t digits = 0;
    size_t i = 0;
    while (i < name->length &&
           (ascii_is_digit(name->bytes[i]) || host_shape_is_separator(name->bytes[i])))
        digits += ascii_is_digit(name->bytes[i++]);
    if (digits == 8 || digits == 12 || digits == 14)
        *name = span_slice(*name, i, name->length);
}

/* Of several words, as in "Contoso FS01", the only one that is likely a server's name. */
static enum host_rank rank_of_words(struct span *name)
{
    struct span only = {0};
    size_t start = 0;
    for (size_t i = 0; i <= name->length; i++) {
        if (i < name->length && name->bytes[i] != ' ')
            continue;
        struct span word = span_slice(*name, start, i);
        start = i + 1;
        if (host_shape_rank(word) != HOST_RANK_LIKELY)
            continue;
        if (only.length > 0)
            return HOST_RANK_LABEL;
        only = word;
    }
    if (only.length == 0)
        return HOST_RANK_LABEL;
    *name = only;
    return HOST_RANK_LIKELY;
}

enum host_rank host_rank_of_folder(struct span name, struct span *host)
{
    *host = (struct span){0};
    while (cut_suffix(&name, archive_suffixes, COUNT_OF(archive_suffixes)))
        continue;
    cut_suffix(&name, collector_suffixes, COUNT_OF(collector_suffixes));
    bool is_hidden = name.length > 0 && name.bytes[0] == '.';
    if (name.length > MAX_HOST_NAME_BYTES || is_hidden || is_drive(name) ||
        host_shape_rank(name) == HOST_RANK_NONE)
        return HOST_RANK_NONE;
    if (!host_shape_is_address(name)) {
        cut_leading_date(&name);
        do
            cut_date(&name);
        while (cut_last_word(&name) || cut_first_word(&name));
    }
    enum host_rank rank =
        span_find_byte(name, ' ') < name.length ? rank_of_words(&name) : host_shape_rank(name);
    if (is_drive(name)) /* "D drive" */
        return HOST_RANK_NONE;
    if (rank != HOST_RANK_NONE)
        *host = name;
    return rank;
}

struct span host_rank_archive_name(struct span name)
{
    bool is_archive = false;
    while (cut_suffix(&name, archive_suffixes, COUNT_OF(archive_suffixes)))
        is_archive = true;
    struct span rest = name;
    cut_leading_date(&rest);
    bool is_collectors = span_ends_with_ignoring_case(name, span_of("Error_Logs"));
    return is_archive && !is_collectors && rest.length > 0 ? name : (struct span){0};
}

struct span host_rank_weak_name(struct span name)
{
    bool is_letter = name.length == 1 && is_drive(name);
    return is_letter || host_shape_is_numbered_folder(name) ? name : (struct span){0};
}

static bool has_copy_word(struct span name)
{
    size_t start = 0;
    for (size_t i = 0; i <= name.length; i++) {
        if (i < name.length && !host_shape_is_separator(name.bytes[i]))
            continue;
        if (host_words_has_copy(span_slice(name, start, i)))
            return true;
        start = i + 1;
    }
    return false;
}

struct span host_rank_sibling_name(struct span name)
{
    struct span host;
    if (has_copy_word(name))
        return (struct span){0};
    if (host_rank_of_folder(name, &host) >= HOST_RANK_POSSIBLE)
        return host;
    return host_words_is_server_alone(name) ? name : host_rank_weak_name(name);
}

#include "text/host_shape.h"

#include <string.h>

#include "base/ascii.h"
#include "text/host_words.h"

enum {
    MAX_NETBIOS_LENGTH = 15,
    MAX_NUMBER_DIGITS = 5, /* in a server's name; INC0012345 is a ticket */
    GUID_LENGTH = 36,
    MKTEMP_LETTERS = 10, /* of the command of that name */
    PYTHON_LETTERS = 8,  /* of its tempfile */
};

bool host_shape_is_separator(char byte)
{
    return byte != '\0' && strchr(" _-.,;()[]{}+&#~'!@=$", byte) != NULL;
}

static size_t digits_at_end(struct span text)
{
    size_t count = 0;
    while (count < text.length && ascii_is_digit(text.bytes[text.length - 1 - count]))
        count++;
    return count;
}

static size_t digits_at_start(struct span text)
{
    size_t count = 0;
    while (count < text.length && ascii_is_digit(text.bytes[count]))
        count++;
    return count;
}

/* True for numbers and for times such as 13T0805Z and 8h30m. */
static bool is_number(struct span word)
{
    if (!ascii_is_digit(word.bytes[0]))
        return false;
    for (size_t i = 0; i < word.length; i++) {
        char letter = ascii_to_lower(word.bytes[i]);
        if (!ascii_is_digit(letter) && strchr("thmsz", letter) == NULL)
            return false;
    }
    return true;
}

/* True for v2 and x64. */
static bool is_version(struct span word, struct span stem)
{
    char letter = stem.length == 1 && word.length > 1 ? ascii_to_lower(stem.bytes[0]) : '\0';
    return letter == 'v' || letter == 'x';
}

/* Returns the word before a number of two or three digits, as servers have; empty without one. */
static struct span before_number(struct span word)
{
    size_t digits = digits_at_end(word);
    return digits >= 2 && digits <= 3 ? span_slice(word, 0, word.length - digits)
                                      : (struct span){0};
}

/* True for FILE01 and DATA12, which people call servers; file1 is one of several files. */
static bool is_numbered_server(struct span word)
{
    return host_words_is_server(before_number(word));
}

static bool is_generic_word(struct span word)
{
    if (is_numbered_server(word))
        return false;
    struct span stem = span_slice(word, 0, word.length - digits_at_end(word));
    struct span rest = span_slice(word, digits_at_start(word), word.length); /* of 21Jul */
    return is_number(word) || host_words_has_folder(word) || host_words_has_folder(stem) ||
           host_words_has_folder(rest) || is_version(word, stem) || host_words_has_role(word);
}

bool host_shape_is_time(struct span word)
{
    return host_words_has_time(span_slice(word, 0, word.length - digits_at_end(word)));
}

bool host_shape_is_numbered_folder(struct span name)
{
    struct span word = before_number(name);
    if (word.length > 0 && host_shape_is_separator(word.bytes[word.length - 1]))
        word.length--;
    return host_words_has_folder(word) && !host_words_has_log(word) && !host_words_has_time(word) &&
           !host_words_has_series(word);
}

bool host_shape_is_generic(struct span name)
{
    size_t start = 0;
    for (size_t i = 0; i <= name.length; i++) {
        if (i < name.length && !host_shape_is_separator(name.bytes[i]))
            continue;
        if (i > start && !is_generic_word(span_slice(name, start, i)))
            return false;
        start = i + 1;
    }
    return true;
}

bool host_shape_is_address(struct span name)
{
    size_t dots = 0;
    size_t digits = 0;
    for (size_t i = 0; i < name.length; i++) {
        bool is_dot = name.bytes[i] == '.';
        if (!is_dot && !ascii_is_digit(name.bytes[i]))
            return false;
        if (is_dot && digits == 0)
            return false;
        digits = is_dot ? 0 : digits + 1;
        dots += is_dot;
        if (digits > 3)
            return false;
    }
    return dots == 3 && digits > 0;
}

static bool is_guid(struct span name)
{
    if (name.length != GUID_LENGTH)
        return false;
    for (size_t i = 0; i < name.length; i++)
        if (name.bytes[i] != '-' && ascii_hex_digit(name.bytes[i]) < 0)
            return false;
    return true;
}

/* True for a mail, and for a text that holds mails, which may be from anybody. */
static bool is_mail(struct span name)
{
    return span_ends_with_ignoring_case(name, span_of(".eml")) ||
           span_ends_with_ignoring_case(name, span_of(".msg")) ||
           span_ends_with_ignoring_case(name, span_of(".mbox")) ||
           span_ends_with_ignoring_case(name, span_of(".txt"));
}

/* True for what libraries call temporary folders: "tmp" and random letters, as in "tmpx_3k9d0q" of
 * Python and "tmp.Xa12bC90dE". */
static bool is_temporary(struct span name)
{
    static const char prefix[] = "tmp";
    size_t start = sizeof prefix - 1;
    if (name.length <= start || memcmp(name.bytes, prefix, start) != 0)
        return false;
    bool has_dot = name.bytes[start] == '.';
    struct span rest = span_slice(name, start + has_dot, name.length);
    for (size_t i = 0; i < rest.length; i++)
        if (!ascii_is_word_byte(rest.bytes[i]))
            return false;
    return has_dot ? rest.length == MKTEMP_LETTERS : rest.length == PYTHON_LETTERS;
}

/* Judges one label: a name without a domain. */
static enum host_rank rank_of_label(struct span label)
{
    bool has_letter = false;
    for (size_t i = 0; i < label.length; i++) {
        if (!ascii_is_word_byte(label.bytes[i]) && label.bytes[i] != '-')
            return HOST_RANK_LABEL;
        has_letter |= ascii_is_letter(label.bytes[i]);
    }
    if (label.length == 0 || !has_letter)
        return HOST_RANK_NONE;
    if (label.length > MAX_NETBIOS_LENGTH || !ascii_is_letter_or_digit(label.bytes[0]))
        return HOST_RANK_LABEL;
    size_t digits = digits_at_end(label);
    struct span stem = span_slice(label, 0, label.length - digits);
    bool is_year = digits == 4 && (stem.length + 4 == label.length) &&
                   (memcmp(label.bytes + stem.length, "19", 2) == 0 ||
                    memcmp(label.bytes + stem.length, "20", 2) == 0);
    bool has_digit = false;
    for (size_t i = 0; i < label.length; i++)
        has_digit |= ascii_is_digit(label.bytes[i]);
    bool is_likely = has_digit && ascii_is_letter(label.bytes[0]) && !is_year &&
                     digits <= MAX_NUMBER_DIGITS && !host_words_has_role(stem);
    return is_likely ? HOST_RANK_LIKELY : HOST_RANK_POSSIBLE;
}

/* True for the labels after the first one of a name with a domain. */
static bool is_domain(struct span domain)
{
    size_t end = domain.length;
    size_t last = end;
    while (last > 0 && domain.bytes[last - 1] != '.')
        last--;
    bool is_word = end - last >= 2;
    for (size_t i = 0; i < end; i++) {
        bool is_letter = ascii_is_letter(domain.bytes[i]);
        is_word &= is_letter ||
                   (i < last && (ascii_is_digit(domain.bytes[i]) || domain.bytes[i] == '-' ||
                                 (domain.bytes[i] == '.' && i > 0 && domain.bytes[i - 1] != '.')));
    }
    return is_word;
}

enum host_rank host_shape_rank(struct span name)
{
    if (host_shape_is_address(name))
        return HOST_RANK_LIKELY;
    if (is_guid(name) || is_temporary(name) || is_mail(name) || host_shape_is_generic(name))
        return HOST_RANK_NONE;
    size_t dot = span_find_byte(name, '.');
    if (dot == name.length)
        return rank_of_label(name);
    struct span label = span_slice(name, 0, dot);
    bool has_domain = is_domain(span_slice(name, dot + 1, name.length)) &&
                      !host_shape_is_generic(label) && rank_of_label(label) >= HOST_RANK_POSSIBLE;
    return has_domain ? HOST_RANK_LIKELY : HOST_RANK_LABEL;
}

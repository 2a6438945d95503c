#include "cli/option_value.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "text/suggestion.h"
#include "text/time_argument.h"

enum { MAX_WORDS = 16 };

/* Stores an integer in a member of `size` bytes. */
static void store(void *member, size_t size, uint64_t value)
{
    uint8_t byte = (uint8_t)value;
    uint16_t two = (uint16_t)value;
    uint32_t four = (uint32_t)value;
    const void *source = size == 1 ? &byte : size == 2 ? &two : size == 4 ? (void *)&four : &value;
    assert(size == 1 || size == 2 || size == 4 || size == 8);
    memcpy(member, source, size);
}

static bool set_flag(const struct option_row *row, const char *text, void *member,
                     struct fault *fault)
{
    (void)text;
    (void)fault;
    store(member, row->size, row->flag_value);
    return true;
}

static bool set_text(const struct option_row *row, const char *text, void *member,
                     struct fault *fault)
{
    (void)row;
    (void)fault;
    *(const char **)member = text;
    return true;
}

static bool set_name(const struct option_row *row, const char *text, void *member,
                     struct fault *fault)
{
    if (text[0] == '\0')
        return fault_set(fault, FAULT_OPTION, "--%s takes a name", row->name);
    return set_text(row, text, member, fault);
}

static bool set_list(const struct option_row *row, const char *text, void *member,
                     struct fault *fault)
{
    struct value_list *list = member;
    if (list->count == MAX_LISTED_FILES)
        return fault_set(fault, FAULT_OPTION, "--%s is given more than %d times", row->name,
                         MAX_LISTED_FILES);
    list->values[list->count++] = text;
    return true;
}

bool option_value_number(struct span digits, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (!ascii_is_digit(digits.bytes[i]) || *number > UINT64_MAX / 10 - 1)
            return false;
        *number = *number * 10 + (uint64_t)(digits.bytes[i] - '0');
    }
    return digits.length > 0;
}

static bool set_number(const struct option_row *row, const char *text, void *member,
                       struct fault *fault)
{
    uint64_t value;
    bool is_number = option_value_number(span_of(text), &value);
    if (!is_number || value < row->range.least || value > row->range.most)
        return fault_set(fault, FAULT_OPTION,
                         "--%s takes a whole number from %llu to %llu, not \"%s\"", row->name,
                         (unsigned long long)row->range.least, (unsigned long long)row->range.most,
                         text);
    store(member, row->size, value);
    return true;
}

static bool set_word(const struct option_row *row, const char *text, void *member,
                     struct fault *fault)
{
    char list[256] = "";
    const char *words[MAX_WORDS + 1] = {NULL};
    for (size_t i = 0; row->words[i].word != NULL; i++) {
        assert(i < MAX_WORDS);
        if (strcmp(row->words[i].word, text) == 0) {
            store(member, row->size, (uint64_t)row->words[i].value);
            return true;
        }
        words[i] = row->words[i].word;
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", words[i]);
    }
    const char *nearest = suggestion_nearest(text, words);
    return fault_set(fault, FAULT_OPTION, "--%s takes one of %s, not \"%s\"%s%s%s", row->name, list,
                     text, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
                     nearest ? "\"?" : "");
}

static bool set_time(const struct option_row *row, const char *text, bool is_end, void *member,
                     struct fault *fault)
{
    return time_argument_parse(text, is_end, member) ||
           fault_set(fault, FAULT_OPTION,
                     "--%s takes a time such as 2020-08-04 or 2020-08-04T13:16, not \"%s\"",
                     row->name, text);
}

static bool set_start(const struct option_row *row, const char *text, void *member,
                      struct fault *fault)
{
    return set_time(row, text, /* is_end= */ false, member, fault);
}

static bool set_end(const struct option_row *row, const char *text, void *member,
                    struct fault *fault)
{
    return set_time(row, text, /* is_end= */ true, member, fault);
}

static bool set_zone(const struct option_row *row, const char *text, void *member,
                     struct fault *fault)
{
    return time_argument_parse_zone(text, member) ||
           fault_set(fault, FAULT_OPTION,
                     "--%s takes Z, UTC or an offset such as +09:00, not \"%s\"", row->name, text);
}

/* Each sets a `member` of the type that option_table.c ties to it. */
static bool (*const setters[])(const struct option_row *row, const char *text, void *member,
                               struct fault *fault) = {
    [OPTION_FLAG] = set_flag,     [OPTION_TEXT] = set_text, [OPTION_NAME] = set_name,
    [OPTION_FORMAT] = set_text,   [OPTION_LIST] = set_list, [OPTION_ZONE] = set_zone,
    [OPTION_NUMBER] = set_number, [OPTION_WORD] = set_word, [OPTION_START] = set_start,
    [OPTION_END] = set_end,
};

bool option_value_set(const struct option_row *row, const char *text, struct options *options,
                      struct fault *fault)
{
    return setters[row->type](row, text, (char *)options + row->place, fault);
}

#include "grammar/dialect_source.h"

#include <cyaml/cyaml.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/suggestion.h"

enum { MAX_ENTRIES = 100000 };

static const struct cyaml_strval verdict_words[] = {
    {"failed-file", VERDICT_FAILED_FILE},     {"finding", VERDICT_FINDING},
    {"other-failure", VERDICT_OTHER_FAILURE}, {"noise", VERDICT_NOISE},
    {"unparsed", VERDICT_UNPARSED},           {"frame", VERDICT_FRAME},
};

#define TEXT_FIELD(key, structure, member, flags)                                                  \
    CYAML_FIELD_STRING_PTR(key, (flags) | CYAML_FLAG_POINTER, structure, member, 0, CYAML_UNLIMITED)

static const struct cyaml_schema_value text_schema = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 0, CYAML_UNLIMITED),
};

static const struct cyaml_schema_field expectation_fields[] = {
#define EXPECTATION_FIELD(id, name, meaning)                                                       \
    TEXT_FIELD(name, struct expectation, fields[FIELD_##id], CYAML_FLAG_OPTIONAL),
    EVENT_FIELDS(EXPECTATION_FIELD)
#undef EXPECTATION_FIELD
        CYAML_FIELD_END,
};

static const struct cyaml_schema_field sample_fields[] = {
    TEXT_FIELD("line", struct sample, line, CYAML_FLAG_DEFAULT),
    CYAML_FIELD_MAPPING_PTR("expect", CYAML_FLAG_OPTIONAL, struct sample, expect,
                            expectation_fields),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value sample_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sample, sample_fields),
};

static const struct cyaml_schema_field rule_fields[] = {
    TEXT_FIELD("name", struct rule_source, name, CYAML_FLAG_DEFAULT),
    CYAML_FIELD_ENUM("verdict", CYAML_FLAG_STRICT, struct rule_source, verdict, verdict_words,
                     CYAML_ARRAY_LEN(verdict_words)),
    CYAML_FIELD_SEQUENCE("levels", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct rule_source,
                         levels, &text_schema, 0, MAX_ENTRIES),
    TEXT_FIELD("pattern", struct rule_source, pattern, CYAML_FLAG_OPTIONAL),
    CYAML_FIELD_SEQUENCE("shapes", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct rule_source,
                         shapes, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("quick", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct rule_source,
                         quick, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("samples", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct rule_source,
                         samples, &sample_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("not_samples", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL,
                         struct rule_source, not_samples, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value rule_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rule_source, rule_fields),
};

static const struct cyaml_schema_field part_fields[] = {
    TEXT_FIELD("name", struct pattern_part, name, CYAML_FLAG_DEFAULT),
    TEXT_FIELD("pattern", struct pattern_part, pattern, CYAML_FLAG_DEFAULT),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value part_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct pattern_part, part_fields),
};

static const struct cyaml_schema_field dialect_fields[] = {
    TEXT_FIELD("grammar", struct dialect_source, grammar, CYAML_FLAG_DEFAULT),
    TEXT_FIELD("kind", struct dialect_source, kind, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("title", struct dialect_source, title, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("detect", struct dialect_source, detect, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("likely", struct dialect_source, likely, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("names", struct dialect_source, names, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("record", struct dialect_source, record, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("columns", struct dialect_source, columns, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("continuation", struct dialect_source, continuation, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("unfinished", struct dialect_source, unfinished, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("repeating", struct dialect_source, repeating, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("joined", struct dialect_source, joined, CYAML_FLAG_OPTIONAL),
    CYAML_FIELD_SEQUENCE("parts", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct dialect_source,
                         parts, &part_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("rules", CYAML_FLAG_POINTER, struct dialect_source, rules, &rule_schema, 1,
                         MAX_ENTRIES),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value dialect_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct dialect_source, dialect_fields),
};

/* What the YAML library says, collected from its log lines: the first is the cause, the first that
 * names a position says where. */
struct yaml_complaint {
    char cause[512];
    size_t line;
    bool is_no_memory;
};

static void note_complaint(cyaml_log_t level, void *context, const char *format, va_list arguments)
    __attribute__((format(printf, 3, 0)));

static void note_complaint(cyaml_log_t level, void *context, const char *format, va_list arguments)
{
    struct yaml_complaint *complaint = context;
    char text[512];
    (void)level;
    vsnprintf(text, sizeof text, format, arguments);
    text[strcspn(text, "\n")] = '\0';
    const char *sentence = strncmp(text, "Load: ", 6) == 0 ? text + 6 : text;
    bool is_place = strncmp(sentence, "Backtrace", 9) == 0 || sentence[0] == ' ';
    if (complaint->cause[0] == '\0' && !is_place)
        snprintf(complaint->cause, sizeof complaint->cause, "%s", sentence);
    const char *position = strstr(text, "line: ");
    if (complaint->line == 0 && position != NULL)
        complaint->line = strtoul(position + strlen("line: "), NULL, 10);
}

static void *yaml_memory(void *context, void *block, size_t size_bytes)
{
    struct yaml_complaint *complaint = context;
    if (size_bytes == 0) {
        memory_free(block);
        return NULL;
    }
    void *resized = memory_resize(block, size_bytes, 1, NULL);
    complaint->is_no_memory = complaint->is_no_memory || resized == NULL;
    return resized;
}

static struct cyaml_config yaml_config(struct yaml_complaint *complaint)
{
    return (struct cyaml_config){
        .log_fn = note_complaint,
        .log_ctx = complaint,
        .log_level = CYAML_LOG_ERROR,
        .mem_fn = yaml_memory,
        .mem_ctx = complaint,
        .flags = CYAML_CFG_NO_ALIAS,
    };
}

static const char *const known_keys[] = {
    "grammar",
    "kind",
    "title",
    "detect",
    "likely",
    "names",
    "record",
    "columns",
    "continuation",
    "unfinished",
    "repeating",
    "joined",
    "parts",
    "name",
    "rules",
    "verdict",
    "pattern",
    "shapes",
    "quick",
    "levels",
    "samples",
    "not_samples",
    "line",
    "expect",
#define FIELD_KEY(id, name, meaning) name,
    EVENT_FIELDS(FIELD_KEY)
#undef FIELD_KEY
        NULL,
};

/* The line of the first key called `key` from line `least` on (the YAML library only tells where
 * the mapping around a wrong key begins); `least` when there is none. */
static size_t line_of_key(struct span text, const char *key, size_t least)
{
    size_t line = 1;
    for (size_t start = 0; start < text.length; line++) {
        struct span rest = span_slice(text, start, text.length);
        struct span current = span_slice(rest, 0, span_find_byte(rest, '\n'));
        start += current.length + 1;
        current = span_trim(current);
        if (current.length > 0 && current.bytes[0] == '-')
            current = span_trim(span_slice(current, 1, current.length));
        bool is_key = current.length > strlen(key) &&
                      memcmp(current.bytes, key, strlen(key)) == 0 &&
                      current.bytes[strlen(key)] == ':';
        if (line >= least && is_key)
            return line;
    }
    return least;
}

static void report_complaint(const char *name, struct span text,
                             const struct yaml_complaint *complaint, cyaml_err_t error,
                             struct fault *fault)
{
    static const char unexpected[] = "Unexpected key: ";
    size_t line = complaint->line ? complaint->line : 1;
    if (strncmp(complaint->cause, unexpected, sizeof unexpected - 1) == 0) {
        const char *key = complaint->cause + sizeof unexpected - 1;
        const char *known = suggestion_nearest(key, known_keys);
        bool is_elsewhere = known != NULL && strcmp(known, key) == 0;
        bool has_hint = known != NULL && !is_elsewhere;
        fault_set(fault, FAULT_GRAMMAR, "%s:%zu: unknown key \"%s\"%s%s%s%s", name,
                  line_of_key(text, key, line), key, is_elsewhere ? " in this place" : "",
                  has_hint ? "; did you mean \"" : "", has_hint ? known : "",
                  has_hint ? "\"?" : "");
        return;
    }
    fault_set(fault, FAULT_GRAMMAR, "%s:%zu: %s", name, line,
              complaint->cause[0]                                      ? complaint->cause
              : error != CYAML_OK && error != CYAML_ERR_INTERNAL_ERROR ? cyaml_strerror(error)
                                                                       : "not a grammar");
}

/* Of a refused allocation of libyaml's own, libcyaml has no more to say than that there was an
 * error without a text; a parser is refused for no other reason. */
static bool is_no_memory(cyaml_err_t error, const struct yaml_complaint *complaint)
{
    return complaint->is_no_memory || error == CYAML_ERR_OOM ||
           error == CYAML_ERR_LIBYAML_PARSER_INIT ||
           strcmp(complaint->cause, "libyaml: (null)") == 0;
}

/* The line on which a second document begins, or 0. The library would pass over it without a word.
 * At the start of a line, its mark is part of nothing else (YAML 1.1, chapter 4.1.1). */
static size_t line_of_second_document(struct span text)
{
    bool has_content = false;
    size_t line = 1;
    for (size_t start = 0; start < text.length; line++) {
        struct span rest = span_slice(text, start, text.length);
        struct span current = span_slice(rest, 0, span_find_byte(rest, '\n'));
        struct span word = span_slice(current, 0, current.length < 3 ? current.length : 3);
        start += current.length + 1;
        if (has_content && span_equals(word, span_of("---")) &&
            (current.length == 3 || strchr(" \t\r", current.bytes[3]) != NULL))
            return line;
        current = span_trim(current);
        has_content = has_content || (current.length > 0 && strchr("#%", current.bytes[0]) == NULL);
    }
    return 0;
}

struct dialect_source *dialect_source_read(const char *name, struct span text, struct fault *fault)
{
    struct yaml_complaint complaint = {0};
    struct cyaml_config config = yaml_config(&complaint);
    cyaml_data_t *data = NULL;
    if (text.length == 0) {
        fault_set(fault, FAULT_GRAMMAR, "%s:1: the file is empty", name);
        return NULL;
    }
    size_t second = line_of_second_document(text);
    if (second > 0) {
        fault_set(fault, FAULT_GRAMMAR, "%s:%zu: a second document; a grammar is one", name,
                  second);
        return NULL;
    }
    cyaml_err_t error = cyaml_load_data((const uint8_t *)text.bytes, text.length, &config,
                                        &dialect_schema, &data, NULL);
    if (error == CYAML_OK && data != NULL)
        return (struct dialect_source *)data;
    if (is_no_memory(error, &complaint))
        fault_no_memory(fault);
    else
        report_complaint(name, text, &complaint, error, fault);
    return NULL;
}

void dialect_source_free(struct dialect_source *source)
{
    struct yaml_complaint complaint = {0};
    struct cyaml_config config = yaml_config(&complaint);
    if (source != NULL)
        cyaml_free(&config, &dialect_schema, source, 0);
}

size_t dialect_source_line_of_rule(struct span text, const char *rule)
{
    size_t line = 1;
    size_t start = 0;
    while (start < text.length) {
        struct span rest = span_slice(text, start, text.length);
        size_t length = span_find_byte(rest, '\n');
        struct span current = span_trim(span_slice(rest, 0, length));
        size_t key = span_find(current, span_of("name:"));
        if (key < current.length) {
            struct span value = span_trim(span_slice(current, key + 5, current.length));
            if (value.length >= 2 && (value.bytes[0] == '"' || value.bytes[0] == '\''))
                value = span_slice(value, 1, value.length - 1);
            if (span_equals(value, span_of(rule)))
                return line;
        }
        line++;
        start += length + 1;
    }
    return 1;
}

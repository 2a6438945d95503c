#include "grammar/dialect_yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/dialect_schema.h"
#include "grammar/yaml_line.h"
#include "text/suggestion.h"

/* An error of libcyaml, collected from its log lines: the first line has the cause, the first with
 * a position has the place. */
struct yaml_error {
    char cause[512];
    size_t line;
    bool is_no_memory;
};

static void collect_log_line(cyaml_log_t level, void *context, const char *format,
                             va_list arguments) __attribute__((format(printf, 3, 0)));

static void collect_log_line(cyaml_log_t level, void *context, const char *format,
                             va_list arguments)
{
    struct yaml_error *yaml_error = context;
    char text[512];
    (void)level;
    vsnprintf(text, sizeof text, format, arguments);
    text[strcspn(text, "\n")] = '\0';
    const char *sentence = strncmp(text, "Load: ", 6) == 0 ? text + 6 : text;
    bool is_position = strncmp(sentence, "Backtrace", 9) == 0 || sentence[0] == ' ';
    if (yaml_error->cause[0] == '\0' && !is_position)
        snprintf(yaml_error->cause, sizeof yaml_error->cause, "%s", sentence);
    const char *position = strstr(text, "line: ");
    if (yaml_error->line == 0 && position != NULL)
        yaml_error->line = strtoul(position + strlen("line: "), NULL, 10);
}

static void *yaml_memory(void *context, void *block, size_t size_bytes)
{
    struct yaml_error *yaml_error = context;
    if (size_bytes == 0) {
        memory_free(block);
        return NULL;
    }
    void *resized = memory_resize(block, size_bytes, 1, NULL);
    yaml_error->is_no_memory = yaml_error->is_no_memory || resized == NULL;
    return resized;
}

static struct cyaml_config yaml_config(struct yaml_error *yaml_error)
{
    return (struct cyaml_config){
        .log_fn = collect_log_line,
        .log_ctx = yaml_error,
        .log_level = CYAML_LOG_ERROR,
        .mem_fn = yaml_memory,
        .mem_ctx = yaml_error,
        .flags = CYAML_CFG_NO_ALIAS,
    };
}

static void report_yaml_error(const char *name, struct span text,
                              const struct yaml_error *yaml_error, cyaml_err_t error,
                              struct fault *fault)
{
    static const char unexpected[] = "Unexpected key: ";
    size_t line = yaml_error->line ? yaml_error->line : 1;
    if (strncmp(yaml_error->cause, unexpected, sizeof unexpected - 1) == 0) {
        const char *key = yaml_error->cause + sizeof unexpected - 1;
        const char *nearest = suggestion_nearest(key, dialect_schema_keys);
        bool is_elsewhere = nearest != NULL && strcmp(nearest, key) == 0;
        bool has_hint = nearest != NULL && !is_elsewhere;
        fault_set(fault, FAULT_GRAMMAR, "%s:%zu: unknown key \"%s\"%s%s%s%s", name,
                  yaml_line_of_key(text, key, line), key, is_elsewhere ? " in this place" : "",
                  has_hint ? "; did you mean \"" : "", has_hint ? nearest : "",
                  has_hint ? "\"?" : "");
        return;
    }
    fault_set(fault, FAULT_GRAMMAR, "%s:%zu: %s", name, line,
              yaml_error->cause[0]                                     ? yaml_error->cause
              : error != CYAML_OK && error != CYAML_ERR_INTERNAL_ERROR ? cyaml_strerror(error)
                                                                       : "not a grammar");
}

/* libcyaml reports a failed allocation in libyaml as an error without a text. A parser cannot fail
 * to open for any other reason. */
static bool is_no_memory(cyaml_err_t error, const struct yaml_error *yaml_error)
{
    return yaml_error->is_no_memory || error == CYAML_ERR_OOM ||
           error == CYAML_ERR_LIBYAML_PARSER_INIT ||
           strcmp(yaml_error->cause, "libyaml: (null)") == 0;
}

struct dialect_source *dialect_yaml_read(const char *name, struct span text, struct fault *fault)
{
    struct yaml_error yaml_error = {0};
    struct cyaml_config config = yaml_config(&yaml_error);
    cyaml_data_t *data = NULL;
    if (text.length == 0) {
        fault_set(fault, FAULT_GRAMMAR, "%s:1: the file is empty", name);
        return NULL;
    }
    /* libcyaml would ignore a second document. */
    size_t second = yaml_line_of_second_document(text);
    if (second > 0) {
        fault_set(fault, FAULT_GRAMMAR, "%s:%zu: a second document; a grammar is one", name,
                  second);
        return NULL;
    }
    cyaml_err_t error = cyaml_load_data((const uint8_t *)text.bytes, text.length, &config,
                                        &dialect_schema, &data, NULL);
    if (error == CYAML_OK && data != NULL)
        return (struct dialect_source *)data;
    if (is_no_memory(error, &yaml_error))
        fault_no_memory(fault);
    else
        report_yaml_error(name, text, &yaml_error, error, fault);
    return NULL;
}

void dialect_yaml_free(struct dialect_source *source)
{
    struct yaml_error yaml_error = {0};
    struct cyaml_config config = yaml_config(&yaml_error);
    if (source != NULL)
        cyaml_free(&config, &dialect_schema, source, 0);
}

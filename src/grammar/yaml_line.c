#include "grammar/yaml_line.h"

#include <string.h>

size_t yaml_line_of_key(struct span text, const char *key, size_t first)
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
        if (line >= first && is_key)
            return line;
    }
    return first;
}

/* At the start of a line, the mark of a document is part of nothing else (YAML 1.1, 4.1.1). */
size_t yaml_line_of_second_document(struct span text)
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

size_t yaml_line_of_rule(struct span text, const char *rule)
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

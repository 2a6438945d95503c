#include "grammar/pattern_parts.h"

#include <string.h>

/* Finds the next {{name}} in `text`. Returns its offset, or text.length if there is none. */
static size_t find_use(struct span text, struct span *name)
{
    for (size_t at = 0; at + 4 < text.length; at++) {
        if (text.bytes[at] != '{' || text.bytes[at + 1] != '{')
            continue;
        struct span rest = span_slice(text, at + 2, text.length);
        size_t length = span_find(rest, span_of("}}"));
        if (length == rest.length)
            break;
        if (length == 0)
            continue;
        *name = span_slice(rest, 0, length);
        return at;
    }
    return text.length;
}

static bool append(struct span text, size_t max_bytes, struct buffer *out, struct fault *fault)
{
    if (out->length + text.length > max_bytes)
        return fault_set(fault, FAULT_GRAMMAR, "the pattern grows beyond %zu bytes", max_bytes);
    return buffer_append(out, text, fault);
}

/* Replaces the uses of one part. */
static bool replace_part(const struct pattern_part *part, struct span text, size_t max_bytes,
                         struct buffer *out, struct fault *fault)
{
    struct span name = {0};
    while (text.length > 0) {
        size_t at = find_use(text, &name);
        size_t after = at < text.length ? at + name.length + 4 : at;
        bool is_used = at < text.length && span_equals(name, span_of(part->name));
        if (!append(span_slice(text, 0, is_used ? at : after), max_bytes, out, fault) ||
            (is_used && !append(span_of(part->pattern), max_bytes, out, fault)))
            return false;
        text = span_slice(text, after, text.length);
    }
    return true;
}

bool pattern_parts_expand(const struct pattern_part *parts, size_t count, struct span expression,
                          size_t max_bytes, struct buffer *out, struct fault *fault)
{
    struct buffer current = {0};
    struct buffer next = {0};
    bool done = append(expression, max_bytes, &current, fault);
    /* From the last part to the first, since a part may use those before it. */
    for (size_t i = count; done && i > 0; i--) {
        next.length = 0;
        done = replace_part(&parts[i - 1], buffer_span(&current), max_bytes, &next, fault);
        struct buffer swapped = current;
        current = next;
        next = swapped;
    }
    struct span unknown = {0};
    if (done && find_use(buffer_span(&current), &unknown) < current.length)
        done = fault_set(fault, FAULT_GRAMMAR, "there is no part called \"%.*s\" before its use",
                         (int)(unknown.length < 64 ? unknown.length : 64), unknown.bytes);
    done = done && buffer_append(out, buffer_span(&current), fault);
    buffer_release(&current);
    buffer_release(&next);
    return done;
}

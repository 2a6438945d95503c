/* Rules look at messages, so only those go through the prefilter: they are two fifths of the bytes
 * of an engine log, and copying them together costs a quarter of what Vectorscan would take for the
 * rest. Failed files, which the first rule takes by its shape, do not go through it at all: each
 * has five hits, which cost as much as 80 bytes each (callgrind, -j1). */
#include "grammar/match/matcher_private.h"

#include <string.h>

#include "base/memory.h"
#include "grammar/dialect.h"

/* The part of the line that rules look at: its message, or all of it. */
static struct span message_of(const struct matcher *matcher, size_t line)
{
    const struct line *place = &matcher->block->lines[line];
    const struct line_layout *head = &matcher->reader.heads[line];
    return span_slice(matcher->block->text, place->start + (head->is_record ? head->place.rest : 0),
                      (size_t)place->start + place->length);
}

/* Whether no other line goes on with this one. Lines go on only with records, of which a dialect
 * without their pattern has none. */
static bool ends_with_its_line(const struct matcher *matcher, size_t line)
{
    const struct line_layout *heads = matcher->reader.heads;
    if (matcher->rule_index->dialect->record == NULL)
        return true;
    bool is_last = line + 1 == matcher->block->line_count;
    return heads[line].is_record && (is_last || heads[line + 1].is_record);
}

/* The shape by which the first rule takes a line that stands alone, whatever else stands there,
 * because no other rule goes before it; or NULL. */
static const struct shape *settling_shape(const struct matcher *matcher, struct span subject,
                                          struct shape_place *place)
{
    const struct rule *rule = &matcher->rule_index->dialect->rules[0];
    if (rule->level_count > 0)
        return NULL;
    for (size_t i = 0; i < rule->shape_count; i++)
        if (shape_may_begin(&rule->shapes[i], subject) &&
            shape_find(&rule->shapes[i], subject, place))
            return &rule->shapes[i];
    return NULL;
}

/* Keeps how the line is settled. */
static bool settle(struct matcher *matcher, struct line_layout *head,
                   const struct resolved_line *resolved, struct fault *fault)
{
    void *list = matcher->resolved;
    if (!memory_reserve(&list, &matcher->settled_capacity, matcher->settled_count + 1,
                        sizeof *resolved, fault))
        return false;
    matcher->resolved = list;
    matcher->resolved[matcher->settled_count++] = *resolved;
    head->is_settled = true;
    return true;
}

/* Keeps which rule takes the line, if that is clear before the scan because nothing else tells what
 * it is. A message that is known holds no other record. */
static bool find_rule_early(struct matcher *matcher, size_t line, struct span subject,
                            struct fault *fault)
{
    struct line_layout *head = &matcher->reader.heads[line];
    struct resolved_line resolved;
    bool is_whole = ends_with_its_line(matcher, line);
    if (is_whole && head->is_record && head->place.word != COLUMN_NO_WORD)
        head->known = noise_cache_find(matcher, subject, head->place.word);
    if (head->known != NULL)
        return true;
    head->may_hold_another =
        head->is_record && record_reader_may_hold_another(&matcher->reader, subject);
    if (!is_whole || head->may_hold_another)
        return true;
    resolved.shape = settling_shape(matcher, subject, &resolved.place);
    return resolved.shape == NULL || settle(matcher, head, &resolved, fault);
}

static bool is_scanned(const struct line_layout *head)
{
    return !head->is_settled && head->known == NULL;
}

/* Copies together what is scanned, a line feed behind each line: no literal may reach over it. */
static bool gather(struct matcher *matcher, struct fault *fault)
{
    struct buffer *gathered = &matcher->gathered;
    const struct block *block = matcher->block;
    gathered->length = 0;
    if (!buffer_reserve(gathered, block->text.length + block->line_count, fault))
        return false;
    char *at = gathered->bytes;
    for (size_t line = 0; line < block->line_count; line++) {
        struct span subject = message_of(matcher, line);
        if (!find_rule_early(matcher, line, subject, fault))
            return false;
        if (!is_scanned(&matcher->reader.heads[line]))
            continue;
        if (subject.length > 0)
            memcpy(at, subject.bytes, subject.length);
        at += subject.length;
        *at++ = '\n';
    }
    gathered->length = (size_t)(at - gathered->bytes);
    return true;
}

/* How much of the gathered text the line has. */
static size_t gathered_bytes(const struct matcher *matcher, size_t line, struct span subject)
{
    return is_scanned(&matcher->reader.heads[line]) ? subject.length + 1 : 0;
}

/* From places in the gathered text to places in the block; both go up. */
static void move_hits(struct matcher *matcher)
{
    size_t line = 0;
    size_t start = 0; /* of the line in the gathered text */
    struct span subject = {0};
    for (size_t i = 0; i < matcher->hit_count; i++) {
        struct scanner_hit *hit = &matcher->hits[i];
        subject = message_of(matcher, line);
        while (hit->end > start + gathered_bytes(matcher, line, subject)) {
            start += gathered_bytes(matcher, line, subject);
            subject = message_of(matcher, ++line);
        }
        const char *end = subject.bytes + (hit->end - start);
        hit->end = (uint32_t)(end - matcher->block->text.bytes);
    }
}

/* Whether lines have parts that need no scan, or may be settled. */
static bool gains_by_gathering(const struct matcher *matcher)
{
    const struct dialect *dialect = matcher->rule_index->dialect;
    bool may_settle = dialect->record == NULL && dialect->rules[0].shape_count > 0;
    return record_reader_has_heads(&matcher->reader) ||
           (matcher->rule_index->has_shortcuts && may_settle);
}

bool prefilter_scan(struct matcher *matcher, struct fault *fault)
{
    const struct literal_scanner *scanner = matcher->rule_index->scanner;
    matcher->settled_count = matcher->settled_at = 0;
    if (!gains_by_gathering(matcher))
        return literal_scanner_scan(scanner, matcher->scans, matcher->block->text, &matcher->hits,
                                    &matcher->hit_count, fault);
    if (!gather(matcher, fault) ||
        !literal_scanner_scan(scanner, matcher->scans, buffer_span(&matcher->gathered),
                              &matcher->hits, &matcher->hit_count, fault))
        return false;
    move_hits(matcher);
    return true;
}

#include "report/build_facts.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "report/inference.h"
#include "tally/fact_counts.h"
#include "tally/file_counts.h"
#include "tally/tally_parts.h"
#include "text/folder_list.h"
#include "text/path_key.h"

static int compare_facts(const void *left, const void *right)
{
    const struct report_fact *a = left;
    const struct report_fact *b = right;
    int order = span_compare(a->host, b->host);
    if (order == 0)
        order = (a->fact > b->fact) - (a->fact < b->fact);
    return order ? order : span_compare(a->value, b->value);
}

/* The failed files of all hosts in folders below `path`. */
static uint64_t count_files_below(const struct builder *builder, struct span path)
{
    const struct file_counts *files = &builder->tally->file_counts;
    size_t categories = catalog_category_count(builder->catalog);
    uint64_t count = 0;
    for (size_t folder = 0; folder < files->folders.count; folder++) {
        if (!folder_contains(path, files->folders.texts[folder]))
            continue;
        for (size_t category = 0; category < categories; category++)
            count += folder_counts_at(&files->folder_counts, (uint32_t)folder, category);
    }
    return count;
}

static bool has_path(enum host_fact fact)
{
    return fact == HOST_FACT_PROTECTED || fact == HOST_FACT_EXCLUDED ||
           fact == HOST_FACT_SCRATCH_FOLDER;
}

static bool infer(struct builder *builder, const char *symbol, enum sentence_id sentence,
                  const struct report_fact *fact, struct span other)
{
    return inference_add(
        builder, &(struct inferred_fact){.symbol = symbol,
                                         .host = fact->host,
                                         .events = 1,
                                         .detail = {sentence, {fact->host, fact->value, other}},
                                         .example = {fact->value, fact->place}});
}

/* Reads "2.0.9249.0" as one number; false for any other text. */
static bool read_version(struct span text, uint64_t *version)
{
    enum { PARTS = 4, MOST = 65535 };
    size_t at = 0;
    *version = 0;
    for (int part = 0; part < PARTS; part++) {
        uint64_t number = 0;
        size_t start = at;
        for (; at < text.length && ascii_is_digit(text.bytes[at]); at++)
            number = number * 10 + (uint64_t)(text.bytes[at] - '0');
        if (at == start || at - start > 5 || number > MOST)
            return false;
        *version = *version << 16 | number;
        if (part + 1 < PARTS && (at >= text.length || text.bytes[at++] != '.'))
            return false;
    }
    return at == text.length;
}

/* Versions before this one are no longer supported. */
#define OLDEST_VERSION "2.0.9249.0"

static bool infer_from(struct builder *builder, const struct report_fact *facts, size_t index)
{
    const struct report_fact *fact = &facts[index];
    const struct report_fact *before = index > 0 ? &facts[index - 1] : NULL;
    uint64_t version = 0;
    uint64_t oldest = 0;
    read_version(span_of(OLDEST_VERSION), &oldest);
    if (fact->fact == HOST_FACT_AGENT_VERSION && read_version(fact->value, &version) &&
        version < oldest)
        return infer(builder, "MARSIFT_AGENT_OLD", SENTENCE_AGENT_OLD, fact,
                     span_of(OLDEST_VERSION));
    bool is_second_scratch = fact->fact == HOST_FACT_SCRATCH_FOLDER && before != NULL &&
                             before->fact == fact->fact && span_equals(before->host, fact->host);
    return !is_second_scratch ||
           infer(builder, "MARSIFT_SCRATCH_DIFFERS", SENTENCE_SCRATCH_DIFFERS, fact, before->value);
}

/* Notes whether the fact is a scratch folder that is none: files are not judged by it. */
static bool check_scratch(struct report_fact *fact, struct buffer *folded, struct fault *fault)
{
    if (fact->fact != HOST_FACT_SCRATCH_FOLDER)
        return true;
    if (!path_key_fold(fact->value, folded, fault))
        return false;
    fact->is_unfit = !folder_is_on_drive(buffer_span(folded));
    return true;
}

bool build_facts(struct builder *builder)
{
    const struct hash_array *counted = &builder->tally->fact_counts.facts;
    struct report_fact *facts =
        arena_allocate(builder->arena, counted->count, sizeof *facts, builder->fault);
    struct buffer folded = {0};
    if (facts == NULL)
        return false;
    for (size_t i = 0; i < counted->count; i++) {
        const struct tally_fact *fact = hash_array_at(counted, i);
        facts[i] = (struct report_fact){
            .host = builder_host(builder, fact->host),
            .fact = fact->fact,
            .value = fact->value,
            .files = has_path(fact->fact) ? count_files_below(builder, fact->value) : 0,
            .place = fact->place};
        if (!check_scratch(&facts[i], &folded, builder->fault)) {
            buffer_release(&folded);
            return false;
        }
    }
    buffer_release(&folded);
    if (counted->count > 0)
        qsort(facts, counted->count, sizeof *facts, compare_facts);
    builder->report->facts = facts;
    builder->report->fact_count = counted->count;
    for (size_t i = 0; i < counted->count; i++)
        if (!infer_from(builder, facts, i))
            return false;
    return true;
}

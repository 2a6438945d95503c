#include "grammar/search/literal_scanner.h"

#include <assert.h>
#include <hs.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/search/fallback_search.h"
#include "grammar/search/phrase.h"
#include "grammar/search/phrase_anchor.h"
#include "text/loose_match.h"

enum {
    /* Vectorscan 5.4.9 misses some caseless literals that end 7 to 31 bytes before the end of a
     * text of 76 bytes and more, in sets of 5 to 525 literals. So what ends in the last TAIL_BYTES
     * is searched for in a copy of the text's end, padded with as many NULs. */
    TAIL_BYTES = 128,
    /* A text up to this length is copied as a whole and scanned once. */
    SHORT_BYTES = 2048
};

/* Scans for the anchor of each literal: the whole literal, or the anchor of a message's phrase.
 * Plain literals compile in milliseconds and are the fastest that Vectorscan knows; the messages as
 * regular expressions with classes of blanks took a second to compile. */
struct literal_scanner {
    hs_database_t *database; /* NULL: use `fallback`, or there is nothing to find */
    const struct scanner_literal *literals;
    struct span *anchors;
    struct phrase *phrases; /* of the literals that are messages; the others are all zero */
    size_t count;
    size_t longest_anchor_bytes;
    struct fallback_search fallback; /* prepared if there is no database */
};

struct scanner_scratch {
    hs_scratch_t *scratch;
    struct scanner_hit *hits;
    size_t hit_count;
    size_t hit_capacity;
    char *tail; /* room for a copy of SHORT_BYTES, or of the longest anchor and TAIL_BYTES, and
                   TAIL_BYTES of padding */
    /* The current scan: */
    size_t base;  /* offset of the scanned bytes in the text */
    size_t after; /* hits count if they end after this offset, */
    size_t up_to; /* and not after this one */
    bool is_unordered;
    struct fault *fault;
};

/* The arguments of hs_compile_lit_multi. */
struct literal_set {
    const char **texts;
    size_t *lengths;
    unsigned *flags;
    unsigned *ids;
    unsigned count;
};

static bool collect_literals(struct literal_set *all, const struct literal_scanner *scanner,
                             struct fault *fault)
{
    all->texts = memory_allocate(scanner->count, sizeof *all->texts, fault);
    all->lengths = memory_allocate(scanner->count, sizeof *all->lengths, fault);
    all->flags = memory_allocate(scanner->count, sizeof *all->flags, fault);
    all->ids = memory_allocate(scanner->count, sizeof *all->ids, fault);
    if (all->texts == NULL || all->lengths == NULL || all->flags == NULL || all->ids == NULL)
        return false;
    for (size_t i = 0; i < scanner->count; i++) {
        if (scanner->anchors[i].length == 0)
            continue;
        all->texts[all->count] = scanner->anchors[i].bytes;
        all->lengths[all->count] = scanner->anchors[i].length;
        all->flags[all->count] = HS_FLAG_CASELESS;
        all->ids[all->count++] = (unsigned)i;
    }
    return true;
}

/* Leaves the database NULL if this machine cannot run it. */
static void compile_database(struct literal_scanner *scanner, const struct literal_set *all)
{
    hs_compile_error_t *error = NULL;
    if (all->count > 0 && hs_valid_platform() == HS_SUCCESS &&
        hs_compile_lit_multi(all->texts, all->flags, all->ids, all->lengths, all->count,
                             HS_MODE_BLOCK, NULL, &scanner->database, &error) != HS_SUCCESS)
        hs_free_compile_error(error);
}

static bool collect_anchors(struct literal_scanner *scanner, struct fault *fault)
{
    scanner->anchors = memory_allocate(scanner->count, sizeof *scanner->anchors, fault);
    scanner->phrases = memory_allocate(scanner->count, sizeof *scanner->phrases, fault);
    if (scanner->anchors == NULL || scanner->phrases == NULL)
        return false;
    for (size_t i = 0; i < scanner->count; i++) {
        const struct scanner_literal *literal = &scanner->literals[i];
        if (literal->is_message && !phrase_prepare(&scanner->phrases[i], literal->text, fault))
            return false;
    }
    if (!phrase_anchor_choose(scanner->phrases, scanner->count, fault))
        return false;
    for (size_t i = 0; i < scanner->count; i++) {
        const struct scanner_literal *literal = &scanner->literals[i];
        scanner->anchors[i] = literal->is_message ? scanner->phrases[i].anchor : literal->text;
        if (scanner->anchors[i].length > scanner->longest_anchor_bytes)
            scanner->longest_anchor_bytes = scanner->anchors[i].length;
    }
    return true;
}

struct literal_scanner *literal_scanner_open(const struct scanner_literal *literals, size_t count,
                                             bool uses_vectorscan, struct fault *fault)
{
    struct literal_set all = {0};
    struct literal_scanner *scanner = memory_allocate(1, sizeof *scanner, fault);
    if (scanner == NULL)
        return NULL;
    scanner->literals = literals;
    scanner->count = count;
    bool done = collect_anchors(scanner, fault) && collect_literals(&all, scanner, fault);
    if (done && uses_vectorscan)
        compile_database(scanner, &all);
    if (done && scanner->database == NULL)
        done = fallback_search_prepare(&scanner->fallback, scanner->anchors, scanner->count, fault);
    memory_free(all.texts);
    memory_free(all.lengths);
    memory_free(all.flags);
    memory_free(all.ids);
    if (done)
        return scanner;
    literal_scanner_close(scanner);
    return NULL;
}

void literal_scanner_close(struct literal_scanner *scanner)
{
    if (scanner == NULL)
        return;
    hs_free_database(scanner->database);
    for (size_t i = 0; scanner->phrases != NULL && i < scanner->count; i++)
        phrase_release(&scanner->phrases[i]);
    memory_free(scanner->phrases);
    memory_free(scanner->anchors);
    fallback_search_release(&scanner->fallback);
    memory_free(scanner);
}

struct scanner_scratch *literal_scanner_scratch_open(const struct literal_scanner *scanner,
                                                     struct fault *fault)
{
    struct scanner_scratch *scratch = memory_allocate(1, sizeof *scratch, fault);
    if (scratch == NULL)
        return NULL;
    scratch->tail =
        memory_allocate(scanner->longest_anchor_bytes + SHORT_BYTES + 2 * TAIL_BYTES, 1, fault);
    if (scratch->tail != NULL &&
        (scanner->database == NULL ||
         hs_alloc_scratch(scanner->database, &scratch->scratch) == HS_SUCCESS))
        return scratch;
    literal_scanner_scratch_close(scratch);
    fault_no_memory(fault);
    return NULL;
}

void literal_scanner_scratch_close(struct scanner_scratch *scratch)
{
    if (scratch == NULL)
        return;
    hs_free_scratch(scratch->scratch);
    memory_free(scratch->tail);
    memory_free(scratch->hits);
    memory_free(scratch);
}

static bool add_hit(struct scanner_scratch *scratch, uint32_t literal, uint32_t end)
{
    void *hits = scratch->hits;
    if (!memory_reserve(&hits, &scratch->hit_capacity, scratch->hit_count + 1,
                        sizeof *scratch->hits, scratch->fault))
        return false;
    scratch->hits = hits;
    scratch->hits[scratch->hit_count++] = (struct scanner_hit){.end = end, .literal = literal};
    return true;
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                    void *context)
{
    struct scanner_scratch *scratch = context;
    size_t end = scratch->base + (size_t)to;
    (void)from;
    (void)flags;
    if (end <= scratch->after || end > scratch->up_to)
        return 0;
    if (scratch->hit_count > 0 && scratch->hits[scratch->hit_count - 1].end > end)
        scratch->is_unordered = true;
    return add_hit(scratch, id, (uint32_t)end) ? 0 : 1;
}

bool literal_scanner_confirm(const struct literal_scanner *scanner, struct span text,
                             struct scanner_hit hit, size_t *start, size_t *end)
{
    const struct scanner_literal *literal = &scanner->literals[hit.literal];
    *start = hit.end - scanner->anchors[hit.literal].length;
    *end = hit.end;
    return (!literal->is_message ||
            phrase_matches_at(&scanner->phrases[hit.literal], text, hit.end, start, end)) &&
           (!literal->is_word || loose_match_is_whole_word(text, *start, *end - *start));
}

static int compare_hits(const void *left, const void *right)
{
    const struct scanner_hit *a = left;
    const struct scanner_hit *b = right;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (a->literal > b->literal) - (a->literal < b->literal);
}

static bool on_fallback_match(void *context, uint32_t index, size_t end)
{
    return add_hit(context, index, (uint32_t)end);
}

static bool scan_with_fallback(const struct literal_scanner *scanner,
                               struct scanner_scratch *scratch, struct span text)
{
    if (!fallback_search_run(&scanner->fallback, text, on_fallback_match, scratch))
        return false;
    if (scratch->hit_count > 1)
        qsort(scratch->hits, scratch->hit_count, sizeof *scratch->hits, compare_hits);
    return true;
}

static bool scan_bytes(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                       struct span bytes)
{
    hs_error_t error = hs_scan(scanner->database, bytes.bytes, (unsigned)bytes.length, 0,
                               scratch->scratch, on_match, scratch);
    return error == HS_SUCCESS || (error != HS_SCAN_TERMINATED && fault_no_memory(scratch->fault));
}

/* Scans a padded copy of the text from `start` on for what ends after `after`. */
static bool scan_copy(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                      struct span text, size_t start, size_t after)
{
    struct span copy = {scratch->tail, text.length - start + TAIL_BYTES};
    assert(text.length - start <= scanner->longest_anchor_bytes + SHORT_BYTES + TAIL_BYTES);
    memcpy(scratch->tail, text.bytes + start, text.length - start);
    memset(scratch->tail + (text.length - start), 0, TAIL_BYTES);
    scratch->base = start;
    scratch->after = after;
    scratch->up_to = text.length;
    return scan_bytes(scanner, scratch, copy);
}

/* Scans a long text in place up to its tail, and the tail in a copy. */
static bool scan_with_vectorscan(const struct literal_scanner *scanner,
                                 struct scanner_scratch *scratch, struct span text)
{
    scratch->is_unordered = false;
    bool done;
    if (text.length <= SHORT_BYTES) {
        done = scan_copy(scanner, scratch, text, 0, 0);
    } else {
        size_t tail = text.length - TAIL_BYTES;
        scratch->base = scratch->after = 0;
        scratch->up_to = tail;
        done = scan_bytes(scanner, scratch, text) &&
               scan_copy(scanner, scratch, text,
                         tail > scanner->longest_anchor_bytes ? tail - scanner->longest_anchor_bytes
                                                              : 0,
                         tail);
    }
    if (done && scratch->is_unordered) /* Vectorscan does not promise an order */
        qsort(scratch->hits, scratch->hit_count, sizeof *scratch->hits, compare_hits);
    return done;
}

bool literal_scanner_scan(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                          struct span text, struct scanner_hit **hits, size_t *hit_count,
                          struct fault *fault)
{
    scratch->hit_count = 0;
    scratch->fault = fault;
    bool done = true;
    if (text.length > 0)
        done = scanner->database != NULL ? scan_with_vectorscan(scanner, scratch, text)
                                         : scan_with_fallback(scanner, scratch, text);
    *hits = scratch->hits;
    *hit_count = scratch->hit_count;
    return done;
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "base/buffer.h"
#include "tally/file_counts.h"
#include "tally/source_counts.h"
#include "tally/tally.h"
#include "tally/tally_parts.h"
#include "tally/text_budget.h"

enum { SEED = 11 };

#define VOLUME "\\\\?\\Volume{0f7c1f34-0000-0000-0000-100000000000}\\"

static struct classified_record failed(const struct tally *tally, const char *path, uint32_t code)
{
    struct buffer folded = {0};
    struct classified_record item = {.verdict = {.class = VERDICT_FAILED_FILE,
                                                 .has_code = code != 0,
                                                 .code = code,
                                                 .path = span_of(path),
                                                 .line_count = 1,
                                                 .record_count = 1}};
    path_key_of(item.verdict.path, text_budget_host_key(&tally->text_budget, span_of("N1")), SEED,
                &folded, &item.key, NULL);
    buffer_release(&folded);
    return item;
}

/* A tally of one log with these files, which first gives the volume `letter`, if that is not 0. */
static struct tally *tally_of(const struct catalog *catalog, const struct limits *limits,
                              const char *const *paths, size_t count, char letter)
{
    struct tally_options options = {
        .catalog = catalog, .limits = limits, .seed = SEED, .keep_files = true};
    struct log_facts facts = {.source = "x.errlog",
                              .member = "",
                              .name = "x.errlog",
                              .host = "N1",
                              .kind = LOG_KIND_ENGINE_LOG,
                              .kind_name = "engine-log",
                              .grammar = "g"};
    struct tally *tally = tally_open(&options, NULL);
    struct tally_log *log = tally_begin_log(tally, &facts, NULL);
    struct volume_fact fact;
    cr_assert(volume_fact_of(span_of("D:\\ " VOLUME), SEED, &fact));
    fact.host_key = text_budget_host_key(&tally->text_budget, span_of("N1"));
    fact.letter = letter;
    for (size_t i = 0; i < count; i++) {
        struct classified_record item = failed(tally, paths[i], 0x80070005);
        struct classified_block block = {.items = &item,
                                         .item_count = 1,
                                         .lines = 1,
                                         .volumes = &fact,
                                         .volume_count = letter != 0 && i + 1 == count};
        cr_assert(tally_add_block(tally, log, &block, NULL));
    }
    return tally;
}

Test(tally_volume_merge, files_are_joined_up_to_the_limit_which_is_reported)
{
    static const char *const paths[] = {VOLUME "a", "D:\\A", VOLUME "b", VOLUME "c", "d:/c"};
    static const struct {
        uint64_t limit;
        char letter;
        size_t files;
        uint64_t dropped;
    } cases[] = {
        {10, 'D', 3, 0}, {10, 0, 5, 0}, {3, 'D', 3, 0},
        {2, 'D', 4, 1},  {2, 0, 5, 0},  {1, 'D', 4, 2},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct limits limits = limits_default();
        limits.max_volume_paths = cases[i].limit;
        struct tally *tally = tally_of(catalog, &limits, paths, 5, cases[i].letter);
        cr_assert(tally_finish(tally, NULL));
        cr_assert(eq(sz, tally->file_counts.files.count, cases[i].files), "case %zu", i);
        const struct report_limit *hit = &tally->source_counts.limits_hit[LIMIT_max_volume_paths];
        cr_assert(eq(u64, hit->times, cases[i].dropped), "case %zu", i);
        tally_close(tally);
    }
    catalog_close(catalog);
}

/* Rendering of reports and file rows: a bundle becomes a report in both languages, whose books
 * balance; strict readers accept its JSON, NDJSON, CSV and text, which are inert; the report does
 * not depend on fast paths or on the seed of the hash tables. */
#include "fuzz/fuzz.h"

#include "engine/pipeline.h"
#include "fuzz/bundle_text.h"
#include "fuzz/memory_file.h"
#include "fuzz/sides.h"
#include "fuzz/strict.h"
#include "fuzz/written.h"
#include "output/render.h"
#include "report/build_file_rows.h"
#include "report/report_build.h"

/* Settings of one run, derived from the input. */
struct settings {
    struct report_options ranking;
    struct render_options render;
    const char *host;
    bool is_year_known;
};

static struct settings settings_of(struct span input)
{
    static const unsigned widths[] = {0, 20, 80, 200};
    size_t choice = fuzz_choice(input, 1 << 16);
    return (struct settings){
        .ranking = {.by = (enum report_by)(choice % 5),
                    .by_risk = choice >> 3 & 1,
                    .zone = choice >> 8 & 1 ? "+09:00" : ""},
        .render = {.jobs = choice >> 4 & 1 ? RENDER_JOBS_ALL : RENDER_JOBS_NONE,
                   .top = choice >> 5 & 1 ? RENDER_TOP_ALL : choice >> 6 & 3,
                   .width = widths[choice >> 9 & 3],
                   .color = choice >> 11 & 1,
                   .csv_safe = choice >> 12 & 1,
                   .zone = choice >> 8 & 1 ? "+09:00" : ""},
        .host = choice >> 13 & 1 ? "=host\x1b[2J" : NULL,
        .is_year_known = choice >> 14 & 1,
    };
}

struct fuzz_run {
    struct tally *tally;
    struct arena arena;
    struct report reports[LANGUAGE_COUNT];
};

static void run_open(struct fuzz_run *run, size_t side, const char *path,
                     const struct settings *settings)
{
    struct fault fault = {0};
    struct ruleset *ruleset = side_ruleset(side);
    struct tally_options counting = {.catalog = ruleset->catalog,
                                     .limits = side_limits(),
                                     .seed = side,
                                     .host = settings->host,
                                     .keep_files = true,
                                     .first_year = settings->is_year_known ? 2024 : 0};
    *run = (struct fuzz_run){.tally = tally_open(&counting, &fault)};
    MUST_HOLD(run->tally != NULL);
    struct pipeline_options options = {
        .limits = side_limits(), .threads = 1, .ruleset = ruleset, .tally = run->tally};
    struct pipeline_input input = {.kind = PIPELINE_PATH, .name = path};
    MUST_HOLD(pipeline_run(&options, &input, 1, &fault) && tally_finish(run->tally, &fault));
    for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
        struct report_options ranking = settings->ranking;
        ranking.language = language;
        MUST_HOLD(report_build(run->tally, &ranking, &run->arena, &run->reports[language], &fault));
    }
}

static void run_close(struct fuzz_run *run)
{
    tally_close(run->tally);
    arena_release(&run->arena);
}

/* Counts the lines of `text` independently; 0 if that takes more than counting line feeds. */
static uint64_t plain_lines(struct span text)
{
    uint64_t lines = 0;
    char before = '\n';
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool is_plain = (byte >= ' ' && byte < 0x7F) || byte == '\t' || byte == '\n';
        if (!is_plain || (byte == '>' && before == '='))
            return 0;
        lines += byte == '\n';
        before = byte;
    }
    return lines + (before != '\n');
}

static void check_books(const struct report *report, struct span input)
{
    struct books sum = {0};
    uint64_t files = 0;
    uint64_t lines = plain_lines(input);
    MUST_HOLD(lines == 0 || report->log_count == 0 || report->books.lines == lines);
    MUST_HOLD(source_records_balance(&report->books));
    for (size_t i = 0; i < report->log_count; i++) {
        const struct books *books = &report->logs[i].books;
        MUST_HOLD(source_records_balance(books));
        sum.lines += books->lines;
        for (size_t j = 0; j < VERDICT_CLASS_COUNT; j++)
            sum.by_class[j] += books->by_class[j];
    }
    MUST_HOLD(sum.lines == report->books.lines);
    for (size_t j = 0; j < VERDICT_CLASS_COUNT; j++)
        MUST_HOLD(sum.by_class[j] == report->books.by_class[j]);
    for (size_t i = 0; i < report->reason_count; i++)
        files += report->reasons[i].files;
    MUST_HOLD(files == report->files);
}

struct rows {
    struct files_rendering rendering;
    const struct render_format *format;
    size_t count;
};

static bool render_row(void *context, const struct file_row *row)
{
    struct rows *rows = context;
    rows->count++;
    rows->format->files_row(&rows->rendering, row);
    return true;
}

/* Renders into memory. The result is lent until the next call. */
static struct span written(struct fuzz_run *run, const struct render_format *format, bool is_report,
                           const struct render_options *render, size_t *row_count)
{
    struct fault fault = {0};
    struct writer *writer = written_begin();
    if (is_report) {
        format->report(&run->reports[render->language], render, writer);
    } else {
        struct rows rows = {.rendering = {.writer = writer, .options = render}, .format = format};
        format->files_begin(&rows.rendering);
        struct report_options options = {.language = render->language, .ever = true};
        MUST_HOLD(build_file_rows(run->tally, &run->reports[render->language], &options,
                                  &run->arena, render_row, &rows, &fault));
        format->files_end(&rows.rendering);
        *row_count = rows.count;
    }
    return written_finish();
}

/* Compares the strings in the JSON with the report. */
struct json_check {
    const struct report *report;
    size_t logs; /* compared so far */
    size_t rows;
};

/* Skips logs without a member name, which are null in JSON. True if a log is left. */
static bool skip_nameless(struct json_check *check)
{
    while (check->logs < check->report->log_count &&
           check->report->logs[check->logs].member.length == 0)
        check->logs++;
    return check->logs < check->report->log_count;
}

static void check_string(void *context, const struct json_place *place, struct span value)
{
    struct json_check *check = context;
    if (span_equals(place->list, span_of("logs")) && span_equals(place->key, span_of("member")))
        MUST_HOLD(skip_nameless(check) &&
                  span_equals(value, check->report->logs[check->logs++].member));
    check->rows += span_equals(place->key, span_of("path"));
}

static size_t csv_rows_of(const struct report *report)
{
    size_t rows = report->host_count + report->row_count + report->finding_row_count +
                  report->other_failure_row_count;
    for (size_t i = 0; i < report->job_count; i++)
        rows += report->jobs[i].part_of.length == 0;
    return rows;
}

static void check_written(struct fuzz_run *run, const struct render_format *format, bool is_report,
                          const struct render_options *render)
{
    const struct report *report = &run->reports[render->language];
    size_t rows = is_report ? csv_rows_of(report) : 0;
    struct span text = written(run, format, is_report, render, &rows);
    struct span name = span_of(format->name);
    size_t count = 0;
    if (span_equals(name, span_of("json"))) {
        struct json_check check = {.report = report};
        fuzz_no_mistake(json_mistake(text, check_string, &check));
        MUST_HOLD(is_report ? !skip_nameless(&check) : check.rows == rows);
    } else if (span_equals(name, span_of("ndjson"))) {
        fuzz_no_mistake(json_lines_mistake(text, &count));
        MUST_HOLD(is_report || count == rows);
    } else if (span_equals(name, span_of("csv"))) {
        fuzz_no_mistake(csv_mistake(text, render->csv_safe, &count));
        MUST_HOLD(count == rows);
    } else {
        fuzz_no_mistake(text_mistake(text, (struct text_rules){.has_color = render->color}));
    }
}

static void check_formats(struct fuzz_run *run, const struct settings *settings)
{
    for (const struct render_format *format = render_formats; format->name != NULL; format++) {
        for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
            struct render_options render = settings->render;
            render.language = language;
            check_written(run, format, true, &render);
            check_written(run, format, false, &render);
        }
    }
}

/* Renders the report and the file rows as JSON, which omits nothing. The caller releases it. */
static struct buffer all_json(struct fuzz_run *run)
{
    struct render_options render = {.language = LANGUAGE_EN};
    struct buffer json = {0};
    size_t rows;
    for (int is_report = 0; is_report < 2; is_report++)
        buffer_append(&json, written(run, render_format_find("json"), is_report, &render, &rows),
                      NULL);
    return json;
}

static bool hit_step_limit(const struct fuzz_run *run)
{
    const struct report *report = &run->reports[LANGUAGE_EN];
    for (size_t i = 0; i < report->limit_count; i++)
        if (report->limits[i].rule != NULL)
            return true;
    return false;
}

/* Without fast paths every rule is tried on every line, which spends more of the steps that all
 * matches share: only that run may reach the limit. */
static void check_fast_paths(struct fuzz_run *fast, struct fuzz_run *slow)
{
    if (hit_step_limit(slow) && !hit_step_limit(fast))
        return;
    struct buffer a = all_json(fast);
    struct buffer b = all_json(slow);
    MUST_HOLD(span_equals(buffer_span(&a), buffer_span(&b)));
    buffer_release(&a);
    buffer_release(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_run fast;
    struct fuzz_run slow;
    struct settings settings = settings_of(fuzz_span(data, size));
    struct buffer tar = bundle_of_text(fuzz_span(data, size));
    struct memory_file file = memory_file_open(buffer_span(&tar));
    run_open(&fast, WITH_FAST_PATHS, file.path, &settings);
    run_open(&slow, WITHOUT_FAST_PATHS, file.path, &settings);
    check_books(&fast.reports[LANGUAGE_EN], fuzz_span(data, size));
    check_formats(&fast, &settings);
    check_fast_paths(&fast, &slow);
    run_close(&fast);
    run_close(&slow);
    memory_file_close(&file);
    buffer_release(&tar);
    return 0;
}

/* Every writer of reports and of rows of files: from a bundle to a report in both languages, whose
 * books balance; JSON, NDJSON, CSV and text are what strict readers take and inert; with and
 * without shortcuts, whatever the seed of the tables, the report is the same. */
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

/* What is looked at in one round, out of the input. */
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
        .render = {.shows_jobs = choice >> 4 & 1,
                   .top = choice >> 5 & 1 ? RENDER_TOP_ALL : choice >> 6 & 3,
                   .width = widths[choice >> 9 & 3],
                   .color = choice >> 11 & 1,
                   .csv_safe = choice >> 12 & 1,
                   .zone = choice >> 8 & 1 ? "+09:00" : ""},
        .host = choice >> 13 & 1 ? "=host\x1b[2J" : NULL,
        .is_year_known = choice >> 14 & 1,
    };
}

struct job_run {
    struct tally *tally;
    struct arena arena;
    struct report reports[LANGUAGE_COUNT];
};

static void run_open(struct job_run *run, size_t side, const char *path,
                     const struct settings *settings)
{
    struct fault fault = {0};
    struct ruleset *ruleset = side_library(side);
    struct tally_options counting = {.catalog = ruleset->catalog,
                                     .limits = side_limits(),
                                     .seed = side,
                                     .host = settings->host,
                                     .keep_files = true,
                                     .first_year = settings->is_year_known ? 2024 : 0};
    *run = (struct job_run){.tally = tally_open(&counting, &fault)};
    MUST_HOLD(run->tally != NULL);
    struct pipeline_options options = {
        .limits = side_limits(), .threads = 1, .ruleset = ruleset, .tally = run->tally};
    MUST_HOLD(pipeline_run(&options, &(struct pipeline_input){.name = path}, 1, &fault) &&
              tally_finish(run->tally, &fault));
    for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
        struct report_options ranking = settings->ranking;
        ranking.language = language;
        MUST_HOLD(report_build(run->tally, &ranking, &run->arena, &run->reports[language], &fault));
    }
}

static void run_close(struct job_run *run)
{
    tally_close(run->tally);
    arena_release(&run->arena);
}

/* How many lines `text` has, by a count of its own; 0 when that takes more than counting. */
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

static bool take_row(void *context, const struct file_row *row)
{
    struct rows *rows = context;
    rows->count++;
    rows->format->files_row(&rows->rendering, row);
    return true;
}

/* What is written into memory, lent until the next call. */
static struct span written(struct job_run *run, const struct render_format *format, bool is_report,
                           const struct render_options *render, size_t *row_count)
{
    struct fault fault = {0};
    struct writer *writer = written_begin();
    if (is_report) {
        format->report(&run->reports[render->language], render, writer);
    } else {
        struct rows rows = {.rendering = {.writer = writer, .options = render}, .format = format};
        format->files_begin(&rows.rendering);
        MUST_HOLD(
            build_file_rows(run->tally, render->language, &run->arena, take_row, &rows, &fault));
        format->files_end(&rows.rendering);
        *row_count = rows.count;
    }
    return written_finish();
}

/* What a reader of JSON gets back. */
struct got_back {
    const struct report *report;
    size_t logs; /* so far */
    size_t rows;
};

/* The member of a log without a name is null. True when there is another log. */
static bool pass_nameless(struct got_back *back)
{
    while (back->logs < back->report->log_count &&
           back->report->logs[back->logs].member.length == 0)
        back->logs++;
    return back->logs < back->report->log_count;
}

static void take_string(void *context, const struct json_place *place, struct span value)
{
    struct got_back *back = context;
    if (span_equals(place->list, span_of("logs")) && span_equals(place->key, span_of("member")))
        MUST_HOLD(pass_nameless(back) &&
                  span_equals(value, back->report->logs[back->logs++].member));
    back->rows += span_equals(place->key, span_of("path"));
}

static void check_written(struct job_run *run, const struct render_format *format, bool is_report,
                          const struct render_options *render)
{
    const struct report *report = &run->reports[render->language];
    size_t rows = is_report ? report->row_count + report->finding_row_count : 0;
    struct span text = written(run, format, is_report, render, &rows);
    struct span name = span_of(format->name);
    size_t count = 0;
    if (span_equals(name, span_of("json"))) {
        struct got_back back = {.report = report};
        fuzz_no_mistake(json_mistake(text, take_string, &back));
        MUST_HOLD(is_report ? !pass_nameless(&back) : back.rows == rows);
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

static void check_formats(struct job_run *run, const struct settings *settings)
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

/* The report in JSON, which shows everything, and the rows of files. */
static struct buffer shown_by(struct job_run *run)
{
    struct render_options render = {.language = LANGUAGE_EN};
    struct buffer shown = {0};
    size_t rows;
    for (int is_report = 0; is_report < 2; is_report++)
        buffer_append(&shown, written(run, render_format_find("json"), is_report, &render, &rows),
                      NULL);
    return shown;
}

static void check_sides(struct job_run *fast, struct job_run *slow)
{
    struct buffer a = shown_by(fast);
    struct buffer b = shown_by(slow);
    MUST_HOLD(span_equals(buffer_span(&a), buffer_span(&b)));
    buffer_release(&a);
    buffer_release(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct job_run fast;
    struct job_run slow;
    struct settings settings = settings_of(fuzz_span(data, size));
    struct buffer tar = bundle_of_text(fuzz_span(data, size));
    struct memory_file file = memory_file_open(buffer_span(&tar));
    run_open(&fast, WITH_SHORTCUTS, file.path, &settings);
    run_open(&slow, WITHOUT_SHORTCUTS, file.path, &settings);
    check_books(&fast.reports[LANGUAGE_EN], fuzz_span(data, size));
    check_formats(&fast, &settings);
    check_sides(&fast, &slow);
    run_close(&fast);
    run_close(&slow);
    memory_file_close(&file);
    buffer_release(&tar);
    return 0;
}

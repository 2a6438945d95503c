/* What a handle answers as JSON. */
#include "api/marsift_private.h"
#include "catalog/explain/explain.h"
#include "output/render.h"

/* The text that `writer` wrote into `memory`, with a NUL after it; NULL with the fault set. */
static const char *finish_text(struct marsift *run, struct writer *writer, struct buffer *memory,
                               size_t *length)
{
    if (!writer_finish(writer, &run->fault) || !buffer_append_byte(memory, '\0', &run->fault)) {
        buffer_release(memory);
        return NULL;
    }
    if (length != NULL)
        *length = memory->length - 1;
    return memory->bytes;
}

static struct render_options render_options_of(const struct marsift *run)
{
    return (struct render_options){.language = run->options.report.language, .zone = run->zone};
}

const char *marsift_report_json(struct marsift *run, size_t *length)
{
    if (marsift_expect_state(run, MARSIFT_STATE_DONE, __func__) != MARSIFT_OK)
        return NULL;
    if (run->json.length == 0) {
        struct writer writer;
        struct render_options render = render_options_of(run);
        writer_to_memory(&writer, &run->json);
        render_format_find("json")->report(&run->analysis.report, &render, &writer);
        return finish_text(run, &writer, &run->json, length);
    }
    if (length != NULL)
        *length = run->json.length - 1;
    return run->json.bytes;
}

const char *marsift_explain(struct marsift *run, const char *query, size_t *length)
{
    if (run == NULL)
        return NULL;
    marsift_clear_error(run);
    if (run->analysis.ruleset.catalog == NULL || query == NULL || query[0] == '\0') {
        fault_set(&run->fault, FAULT_OPTION, "marsift_explain needs an open handle and a query");
        return NULL;
    }
    struct arena arena = {0};
    struct explanation explanation;
    const char *text = NULL;
    buffer_release(&run->explanation);
    if (explain_query(run->analysis.ruleset.catalog, span_of(query), run->options.report.language,
                      &arena, &explanation, &run->fault)) {
        struct writer writer;
        struct render_options render = render_options_of(run);
        writer_to_memory(&writer, &run->explanation);
        render_format_find("json")->explain(&explanation, 1, &render, &writer);
        text = finish_text(run, &writer, &run->explanation, length);
    }
    arena_release(&arena);
    return text;
}

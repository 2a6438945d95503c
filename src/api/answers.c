/* The report and explanations as JSON. */
#include "api/marsift_private.h"
#include "catalog/explain/explain.h"
#include "output/render.h"

/* Ends the text that `writer` wrote to `memory` with a NUL. False with the fault set; `memory` is
 * then empty. */
static bool finish_text(struct marsift *run, struct writer *writer, struct buffer *memory)
{
    if (writer_finish(writer, &run->fault) && buffer_append_byte(memory, '\0', &run->fault))
        return true;
    buffer_release(memory);
    return false;
}

/* Returns a finished text and its length; NULL and 0 if `memory` is empty. */
static const char *text_of(const struct buffer *memory, size_t *length)
{
    if (length != NULL)
        *length = memory->length > 0 ? memory->length - 1 : 0;
    return memory->length > 0 ? memory->bytes : NULL;
}

static struct render_options render_options_of(const struct marsift *run)
{
    return (struct render_options){.language = run->options.report.language, .zone = run->zone};
}

const char *marsift_report_json(struct marsift *run, size_t *length)
{
    if (length != NULL)
        *length = 0;
    if (marsift_begin_call(run, MARSIFT_STATE_DONE, /* has_arguments= */ true, __func__) !=
        MARSIFT_OK)
        return NULL;
    if (run->json.length == 0) {
        struct writer writer;
        struct render_options render = render_options_of(run);
        writer_to_memory(&writer, &run->json);
        render_format_find("json")->report(&run->analysis.report, &render, &writer);
        finish_text(run, &writer, &run->json);
    }
    return text_of(&run->json, length);
}

static void write_explanation(struct marsift *run, const char *query)
{
    struct arena arena = {0};
    struct explanation explanation;
    if (explain_query(run->analysis.ruleset.catalog, span_of(query), run->options.report.language,
                      &arena, &explanation, &run->fault)) {
        struct writer writer;
        struct render_options render = render_options_of(run);
        writer_to_memory(&writer, &run->explanation);
        render_format_find("json")->explain(&explanation, 1, &render, &writer);
        finish_text(run, &writer, &run->explanation);
    }
    arena_release(&arena);
}

const char *marsift_explain(struct marsift *run, const char *query, size_t *length)
{
    if (length != NULL)
        *length = 0;
    if (run == NULL)
        return NULL;
    /* Without the catalog, which marsift_open loads, no state will do. */
    enum marsift_state state =
        run->state != MARSIFT_STATE_UNOPENED ? run->state : MARSIFT_STATE_OPEN;
    if (marsift_begin_call(run, state, query != NULL, __func__) != MARSIFT_OK)
        return NULL;
    if (query[0] == '\0') {
        marsift_fail_use(run, __func__, "the query is empty");
        return NULL;
    }
    buffer_release(&run->explanation);
    write_explanation(run, query);
    return text_of(&run->explanation, length);
}

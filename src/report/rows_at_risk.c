#include "report/rows_at_risk.h"

#include <string.h>

/* True if the row has a code of the rule, in the code's own category: other rules gave the files of
 * other categories a meaning of their own. */
static bool is_of_rule(const struct builder *builder, const struct catalog_context *rule,
                       const struct report_row *row)
{
    for (size_t i = 0; i < rule->code_count && row->code.has_value; i++) {
        if (rule->codes[i] != row->code.value)
            continue;
        size_t category = catalog_code_meaning(builder->catalog, row->code.value).category;
        const char *name = catalog_category_at(builder->catalog, category)->name;
        return strcmp(row->reason->category, name) == 0;
    }
    return false;
}

void rows_note_at_risk(struct builder *builder, const struct tally_finding *counted,
                       const struct report_finding *finding)
{
    struct report *report = builder->report;
    if (!finding->at_risk || !counted->has_context)
        return;
    const struct catalog_context *rule = catalog_context_at(builder->catalog, counted->context);
    for (size_t i = 0; i < report->row_count; i++) {
        struct report_row *row = &builder->rows[i];
        if (row->at_risk || row->code.files > finding->files ||
            !span_equals(row->host, finding->host) || !is_of_rule(builder, rule, row))
            continue;
        row->at_risk = true;
        if (finding->action_count > 0)
            row->action = finding->actions[0];
        report->files_at_risk += row->code.files;
    }
}

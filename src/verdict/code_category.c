#include "verdict/code_category.h"

#include "base/count_of.h"
#include "text/word_search.h"
#include "verdict/backup_failure.h"
#include "verdict/provider_event.h"

#define FAILURE_BIT UINT32_C(0x80000000)

enum { MOST_AGENT_NUMBER = 0xFFFFFF };

static bool is_argument_of_vss(const struct event *event, uint32_t code)
{
    static const char *const results[] = {"hr =", "hr="};
    /* Failed files are many, and are none of VSS. */
    return event->class != VERDICT_FAILED_FILE && !backup_failure_has_code(code) &&
           word_search_contains_any(event->text, results, COUNT_OF(results)) &&
           provider_event_is_of_vss(event);
}

size_t code_category_of(const struct catalog *catalog, const struct event *event, uint32_t code)
{
    size_t category = 0;
    if (is_argument_of_vss(event, code) &&
        catalog_category_find(catalog, span_of("snapshot"), &category))
        return category;
    const struct catalog_code *row = catalog_code_find(catalog, code);
    return row ? row->category : catalog_code_meaning(catalog, code).category;
}

static bool is_of_sql_writer(const struct event *event, uint32_t code)
{
    enum { FACILITY_OF_AGENT = 0x8077, FACILITY_OF_BACKUP = 0x8078 };
    static const char *const names[] = {"HRESULT EXCEPTION CAUGHT", "CSqlWriter", "Sqllib error",
                                        "SQLLIB error"};
    bool is_ambiguous = code >> 16 == FACILITY_OF_AGENT || code >> 16 == FACILITY_OF_BACKUP;
    return is_ambiguous && word_search_contains_any(event->text, names, COUNT_OF(names));
}

bool code_category_is_none(const struct catalog *catalog, const struct event *event, uint32_t code)
{
    bool is_success = (code & FAILURE_BIT) == 0 && code > MOST_AGENT_NUMBER &&
                      catalog_code_find(catalog, code) == NULL;
    return is_success || is_of_sql_writer(event, code);
}

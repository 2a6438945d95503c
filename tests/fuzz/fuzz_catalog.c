/* The catalog loader: any file gives either a fault that names one of its lines, or rows whose
 * texts are all set and whose indexes are all in range. The file extends a small catalog, because
 * reading the built-in one each time would take most of the time. */
#include "catalog/explain/explanation.h"
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "catalog/catalog.h"
#include "catalog/catalog_file.h"
#include "catalog/catalog_private.h"
#include "catalog/catalog_tables.h"
#include "catalog/context_index.h"
#include "catalog/explain/explain.h"
#include "catalog/message_patterns.h"
#include "catalog/system_message.h"
#include "fuzz/memory_file.h"

/* Categories and agent errors that exist already, for rows to refer to. */
static const char categories[] =
    "name,level,severity,at_risk,transient,title_en,meaning_en,actions_en\n"
    "unknown,file,error,yes,no,Unknown,m,a\n"
    "access_denied,file,error,yes,no,Denied,m,a\n"
    "locked,file,warning,yes,yes,Locked,m,a | b\n";
static const char errors[] = "id,symbol,match_en,category,severity,title_en,cause_en,actions_en\n"
                             "100050,SalLowDiskSpace,no room is left,locked,error,t,c,a\n"
                             ",NameOnly,~a word of others,unknown,warning,t,c,a\n";

static bool read_file(struct catalog *catalog, size_t number, struct span content,
                      struct fault *fault)
{
    struct memory_file file = memory_file_open(content);
    catalog->file = number;
    bool is_read =
        catalog_file_read_path(file.path, catalog_tables, catalog_table_count, catalog, fault);
    memory_file_close(&file);
    return is_read;
}

static void check_fault(const struct fault *fault, struct span text)
{
    int descriptor = 0;
    unsigned long line = 0;
    MUST_HOLD(fault->kind == FAULT_CATALOG);
    MUST_HOLD(sscanf(fault->text, "/proc/self/fd/%d:%lu: ", &descriptor, &line) == 2 ||
              strncmp(fault->text, "user.csv:", 9) == 0);
    unsigned long lines = 1;
    for (size_t i = 0; i < text.length; i++)
        lines += text.bytes[i] == '\n';
    MUST_HOLD(line <= lines);
}

/* Reads every text, and what every index refers to; the sanitizers see a wrong one. */
static void check_rows(const struct catalog *catalog)
{
    char text[CODE_TEXT_BYTES];
    size_t read = 0;
    for (size_t i = 0; i < catalog_code_count(catalog); i++) {
        const struct catalog_code *code = catalog_code_at(catalog, i);
        MUST_HOLD(code->category < catalog_category_count(catalog));
        MUST_HOLD(catalog_code_find(catalog, code->code) == code);
        MUST_HOLD(catalog_code_meaning(catalog, code->code).exact == code);
        for (enum language language = 0; language < LANGUAGE_COUNT; language++)
            MUST_HOLD(catalog_code_describe(catalog, code->code, language, text)[0] != '\0');
    }
    for (size_t i = 0; i < catalog_error_count(catalog); i++) {
        const struct agent_error *error = catalog_error_at(catalog, i);
        size_t found = 0;
        MUST_HOLD(error->category < catalog_category_count(catalog));
        MUST_HOLD(error->id == 0 ||
                  (catalog_error_by_id(catalog, error->id, &found) && found == i));
        for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
            MUST_HOLD(error->title[language][0] != '\0' && error->cause[language][0] != '\0');
            read += catalog_error_message_count(catalog, i, language);
        }
    }
    for (size_t i = 0; i < catalog_message_pattern_count(catalog); i++)
        MUST_HOLD(catalog_message_pattern_at(catalog, i)->text.length > 0);
    for (size_t i = 0; i < catalog_topic_count(catalog); i++)
        read += strlen(catalog_topic_at(catalog, i)->name);
    for (size_t i = 0; i < catalog_context_count(catalog); i++)
        MUST_HOLD(catalog_context_at(catalog, i)->name[0] != '\0');
    MUST_HOLD(read < SIZE_MAX);
}

static void check_explaining(const struct catalog *catalog, struct span query)
{
    struct arena arena = {0};
    struct explanation explanation;
    MUST_HOLD(explain_query(catalog, query, LANGUAGE_EN, &arena, &explanation, NULL));
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"base", "base", "base", "user.csv"};
    struct span text = fuzz_span(data, size);
    struct fault fault = {0};
    struct catalog *catalog = memory_allocate(1, sizeof *catalog, &fault);
    MUST_HOLD(catalog != NULL);
    if (!read_file(catalog, 1, span_of(categories), &fault) ||
        !read_file(catalog, 2, span_of(errors), &fault))
        fuzz_no_mistake(fault.text);
    bool is_good = read_file(catalog, 3, text, &fault) &&
                   message_patterns_build(catalog, names, &fault) &&
                   system_message_build_suffixes(catalog, &fault) &&
                   catalog_category_find(catalog, span_of("unknown"), &catalog->unknown_category) &&
                   context_index_build(catalog, &fault);
    if (is_good) {
        check_rows(catalog);
        check_explaining(catalog, span_slice(text, 0, text.length < 40 ? text.length : 40));
    } else {
        check_fault(&fault, text);
    }
    catalog_close(catalog);
    return 0;
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "catalog/catalog.h"
#include "support/user_catalog.h"

Test(catalog_files, a_file_that_breaks_a_rule_is_refused_with_its_line)
{
    static const struct {
        const char *text;
        const char *message; /* after the file's name */
    } files[] = {
        {"", ":1: an empty file: the header row is missing"},
        {"\n\n", ":1: an empty file: the header row is missing"},
        {"colour,size\n", ":1: not a catalog file: no known column"},
        {"code,categry\n", ":1: unknown column 'categry' (nearest known: 'category')"},
        {"code,symbol\n", ":1: the column 'category' is missing"},
        {"code,category,code\n", ":1: the column 'code' stands there twice"},
        {"code,category\n0x80070005,lockd\n",
         ":2: unknown category 'lockd' (nearest known: 'locked')"},
        {"code,category\n0x80070005,weather\n", ":2: unknown category 'weather'"},
        {"code,category\n\n\n0x8007000G,locked\n",
         ":4: '0x8007000G' is no failure code (write it as 0x80070005)"},
        {"code,category\n,locked\n", ":2: 'code' may not be empty"},
        {"code,category\n0x80070005,locked\n0x80070005,locked\n",
         ":3: '0x80070005' is already on line 2"},
        {"code,category\n0x80070005,locked\n80070005,locked\n",
         ":3: '80070005' is already on line 2"},
        {"code,category,symbol\n0x80070005,locked,A\x1b[2J\n",
         ":2: cell 3 holds a control character"},
        {"code,category,symbol\n0x80070005,locked,A\xC2\x9B\n",
         ":2: cell 3 holds a control character"},
        {"code,category,at_risk\n0x80070005,locked,maybe\n",
         ":2: 'at_risk' is yes or no, not 'maybe'"},
        {"code,category,at_risk\n0x80070005,locked\n", ":2: 2 cells, but the header has 3"},
        {"code,category\n0x80070005,\"locked\n", ":2: a quoted cell does not end"},
        {"code,category\n0x80070005,locked\"x\"\n",
         ":2: a quote stands where none may (quote the cell, double the quote)"},
        {"code,category\n0x80070005,\x83\x8f\n", ":2: cell 2 is not UTF-8 text"},
        {"id,category,title_en,cause_en\nten,locked,x,y\n", ":2: 'id' is a number, not 'ten'"},
        {"id,category,title_en,cause_en\n1,locked,,y\n", ":2: 'title_en' may not be empty"},
        {"id,category,title_en,cause_en,severity\n1,locked,x,y,fatal\n",
         ":2: unknown severity 'fatal'"},
        {"symbol,category,title_en,cause_en\nSome,locked,x,y\nSOME,locked,x,y\n",
         ":3: 'SOME' is already on line 2"},
        {"symbol,match_en,category,title_en,cause_en\n"
         "A,the same text,locked,x,y\nB,The Same Text,locked,x,y\n",
         ":3: the message 'The Same Text' is already on line 2"},
        {"name,level,severity,at_risk,transient,title_en,meaning_en,actions_en\n"
         "new,filee,error,yes,no,x,y,z\n",
         ":2: unknown level 'filee' (nearest known: 'file')"},
        {"first,last,category,title_en\n0x80000002,0x80000001,locked,x\n",
         ":2: 'first' is greater than 'last'"},
        {"topic,title_en,cause_en,actions_en\ntape,x,y,z\ntape,x,y,z\n",
         ":3: 'tape' is already on line 2"},
        {"name,level,severity,at_risk,transient,title_en,meaning_en,actions_en\n"
         "new,file,error,yes,no,x,y,z\nnew,file,error,yes,no,x,y,z\n",
         ":3: 'new' is already on line 2"},
        {"code,text_en\n0x80004005,x\n0x80004005,y\n", ":3: '0x80004005' is already on line 2"},
        {"code,text_en\n0x80004005,|| ||\n", ":2: 'text_en' may not be empty"},
        {"facility,name\n1900,x\n1900,y\n", ":3: '1900' is already on line 2"},
        {"facility,name\n1900,\n", ":2: 'name' may not be empty"},
        {"spellings,ignored\n|,no\n", ":2: 'spellings' may not be empty"},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct fault fault = {0};
        struct catalog *catalog = user_catalog_open(files[i].text, NULL, &fault);
        cr_assert(eq(ptr, catalog, NULL), "%s", files[i].text);
        cr_assert(eq(int, fault.kind, FAULT_CATALOG), "%s", files[i].text);
        const char *message = strchr(fault.text, ':');
        cr_assert(ne(ptr, (void *)message, NULL));
        cr_assert(eq(str, (char *)message, (char *)files[i].message));
        catalog_close(catalog);
    }
}

Test(catalog_files, a_cell_that_never_ends_is_refused_at_the_limit)
{
    struct fault fault = {0};
    size_t length = 200 * 1024;
    char *text = calloc(length + 1, 1);
    memset(text, 'x', length);
    memcpy(text, "code,category\n\"", 15);
    struct catalog *catalog = user_catalog_open(text, NULL, &fault);
    free(text);
    cr_assert(eq(ptr, catalog, NULL));
    cr_assert(ne(ptr, strstr(fault.text, ":2: a cell of more than 65536 bytes"), NULL), "%s",
              fault.text);
}

Test(catalog_files, a_missing_file_is_a_fault)
{
    static const char *const paths[] = {"/nonexistent/catalog.csv"};
    struct fault fault = {0};
    cr_assert(eq(ptr, catalog_open(paths, 1, &fault), NULL));
    cr_assert(eq(int, fault.kind, FAULT_READ));
    cr_assert(ne(ptr, strstr(fault.text, "/nonexistent/catalog.csv: cannot be opened"), NULL));
}

static size_t built_in_code_count(void)
{
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    size_t count = catalog_code_count(catalog);
    catalog_close(catalog);
    return count;
}

Test(catalog_files, rows_of_a_later_file_win_and_take_defaults_from_their_category)
{
    struct fault fault = {0};
    /* With a byte order mark and CRLF, as spreadsheets write it. */
    struct catalog *catalog = user_catalog_open(
        "\xEF\xBB\xBF"
        "code,category,action_en\r\n0x80070005,locked,Ask Bob.\r\n0x8007F001,locked,\r\n",
        "category,code,symbol\n"
        "cloud_file,0x80070005,OURS\n",
        &fault);
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    const struct catalog_code *row = catalog_code_find(catalog, 0x80070005);
    cr_assert(eq(str, (char *)row->symbol, "OURS"));
    cr_assert(eq(str, (char *)catalog_category_at(catalog, row->category)->name, "cloud_file"));
    struct code_meaning meaning = catalog_code_meaning(catalog, 0x8007F001);
    const struct catalog_category *locked = catalog_category_at(catalog, meaning.category);
    cr_assert(eq(str, (char *)locked->name, "locked"));
    cr_assert(eq(int, meaning.transient, locked->transient));
    cr_assert(eq(ptr, (void *)meaning.cause[LANGUAGE_JA], (void *)locked->meaning[LANGUAGE_JA]));
    cr_assert(eq(str, (char *)meaning.reference, (char *)locked->reference));
    cr_assert(eq(sz, catalog_code_count(catalog), built_in_code_count() + 1));
    catalog_close(catalog);
}

Test(catalog_files, categories_errors_topics_and_families_can_be_added_and_replaced)
{
    struct fault fault = {0};
    struct catalog *catalog = user_catalog_open(
        "name,level,severity,at_risk,transient,title_en,meaning_en,actions_en\n"
        "tape,job,warning,no,no,Tape,Tape trouble.,Look at it.|Ask Bob.\n",
        "id,symbol,match_en,category,title_en,cause_en,actions_en\n"
        "999,TapeJam,was unable to connect to Microsoft Azure Backup,tape,Jam,Paper.,\n"
        ",SalLowDiskSpace,,tape,Ours,Ours.,\n"
        "100050,,,tape,Ours too,Ours.,Wait.\n",
        &fault);
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    size_t tape;
    size_t index;
    cr_assert(catalog_category_find(catalog, span_of("tape"), &tape));
    cr_assert(eq(sz, catalog_category_at(catalog, tape)->action_count[LANGUAGE_JA], 2));
    cr_assert(catalog_error_by_symbol(catalog, span_of("SalLowDiskSpace"), &index));
    cr_assert(eq(str, (char *)catalog_error_at(catalog, index)->title[LANGUAGE_JA], "Ours"));
    cr_assert(catalog_error_by_id(catalog, 100050, &index));
    cr_assert(eq(sz, catalog_error_at(catalog, index)->category, tape));
    cr_assert(catalog_error_by_id(catalog, 999, &index));
    cr_assert(eq(int, catalog_error_at(catalog, index)->severity, SEVERITY_WARNING));
    size_t owners = 0;
    for (size_t i = 0; i < catalog_message_pattern_count(catalog); i++) {
        const struct catalog_message_pattern *pattern = catalog_message_pattern_at(catalog, i);
        if (!span_equals(pattern->text, span_of("was unable to connect to Microsoft Azure Backup")))
            continue;
        owners++;
        cr_assert(eq(sz, pattern->error, index));
    }
    cr_assert(eq(sz, owners, 1));
    catalog_close(catalog);
}

static const struct catalog_topic *topic_named(const struct catalog *catalog, const char *name)
{
    const struct catalog_topic *found = NULL;
    for (size_t i = 0; i < catalog_topic_count(catalog); i++)
        if (strcmp(catalog_topic_at(catalog, i)->name, name) == 0) {
            cr_assert(eq(ptr, (void *)found, NULL), "%s is there twice", name);
            found = catalog_topic_at(catalog, i);
        }
    cr_assert(ne(ptr, (void *)found, NULL), "%s", name);
    return found;
}

Test(catalog_files, a_users_row_replaces_the_built_in_one_with_the_same_key)
{
    static const char *const files[][2] = {
        {"topic,title_en,cause_en,actions_en\nproxy,Our proxy,Ours.,Ask Bob.\n",
         "topic,title_en,cause_en,actions_en\ntape,Tape,Paper.,Wait.\n"},
        {"name,level,severity,at_risk,transient,title_en,meaning_en,actions_en\n"
         "locked,file,warning,yes,yes,Ours,Ours.,Wait.\n",
         NULL},
        {"code,text_en\n0x80004005,Something of ours\n", "code,text_en\n0x8007F00D,Paper jam\n"},
        {"facility,name\n1,OURS\n", "facility,name\n1900,PAPER\n"},
    };
    struct catalog *catalogs[sizeof files / sizeof files[0]];
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        struct fault fault = {0};
        catalogs[i] = user_catalog_open(files[i][0], files[i][1], &fault);
        cr_assert(ne(ptr, catalogs[i], NULL), "%s", fault.text);
    }
    cr_assert(eq(str, (char *)topic_named(catalogs[0], "proxy")->title[LANGUAGE_EN], "Our proxy"));
    cr_assert(eq(str, (char *)topic_named(catalogs[0], "tape")->cause[LANGUAGE_EN], "Paper."));
    size_t locked;
    cr_assert(catalog_category_find(catalogs[1], span_of("locked"), &locked));
    const struct catalog_category *category = catalog_category_at(catalogs[1], locked);
    cr_assert(eq(str, (char *)category->title[LANGUAGE_EN], "Ours"));
    cr_assert(eq(int, category->severity, SEVERITY_WARNING));
    cr_assert(eq(sz, catalog_code_meaning(catalogs[1], 0x80070020).category, locked));
    uint32_t code = 0;
    size_t start = 0;
    cr_assert(catalog_system_message(catalogs[2], span_of("x: Something of ours"), &code, &start));
    cr_assert(eq(u32, code, 0x80004005));
    cr_assert(catalog_system_message(catalogs[2], span_of("x: Paper jam"), &code, &start));
    cr_assert(eq(u32, code, 0x8007F00D));
    cr_assert(
        not(catalog_system_message(catalogs[2], span_of("x: Unspecified error"), &code, &start)));
    char text[CODE_TEXT_BYTES];
    catalog_code_describe(catalogs[3], 0x8001F00D, LANGUAGE_EN, text);
    cr_assert(ne(ptr, strstr(text, "OURS"), NULL), "%s", text);
    catalog_code_describe(catalogs[3], 0x876CF00D, LANGUAGE_EN, text);
    cr_assert(ne(ptr, strstr(text, "PAPER"), NULL), "%s", text);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        catalog_close(catalogs[i]);
}

Test(catalog_files, every_refused_allocation_is_a_fault_and_nothing_leaks)
{
    /* The built-in files need some hundred allocations: the first ones one by one, then samples.
     * libcsv asks again for less after a refusal, so some refusals do no harm. */
    size_t code_count = built_in_code_count();
    for (unsigned long nth = 1; nth < 400; nth += nth < 40 ? 1 : 23) {
        struct fault fault = {0};
        memory_fail_at(nth);
        struct catalog *catalog =
            user_catalog_open("code,category\n0x80070005,locked\n", NULL, &fault);
        memory_fail_at(0);
        if (catalog == NULL)
            cr_assert(eq(int, fault.kind, FAULT_MEMORY), "%lu: %s", nth, fault.text);
        else
            cr_assert(eq(sz, catalog_code_count(catalog), code_count), "%lu", nth);
        catalog_close(catalog);
    }
}

/* The build takes the cells of the catalog's files out of their quotes; read at run time, as a
 * user's files are, they are valid and give the same entries. */
static void check_same_texts(const struct catalog_code *one, const struct catalog_code *other,
                             enum language language)
{
    cr_assert(eq(str, (char *)one->title[language], (char *)other->title[language]));
    cr_assert(eq(str, (char *)one->cause[language], (char *)other->cause[language]));
    cr_assert(eq(sz, one->action_count[language], other->action_count[language]));
    for (size_t i = 0; i < one->action_count[language]; i++)
        cr_assert(eq(str, (char *)one->actions[language][i], (char *)other->actions[language][i]));
}

Test(catalog_files, the_files_of_the_source_equal_the_built_in_ones)
{
    static const char *const paths[] = {
        "catalog/agent-errors.csv", "catalog/categories.csv", "catalog/context.csv",
        "catalog/facilities.csv",   "catalog/families.csv",   "catalog/hresults.csv",
        "catalog/synonyms.csv",     "catalog/topics.csv",     "catalog/system-messages.csv"};
    struct fault fault = {0};
    struct catalog *built_in = catalog_open(NULL, 0, &fault);
    struct catalog *read = catalog_open(paths, sizeof paths / sizeof *paths, &fault);
    cr_assert(built_in != NULL && read != NULL, "%s", fault.text);
    cr_assert(eq(sz, catalog_code_count(read), catalog_code_count(built_in)));
    for (size_t i = 0; i < catalog_code_count(read); i++) {
        const struct catalog_code *one = catalog_code_at(built_in, i);
        const struct catalog_code *other = catalog_code_at(read, i);
        cr_assert(eq(u32, one->code, other->code));
        cr_assert(eq(str, (char *)one->symbol, (char *)other->symbol));
        for (enum language language = 0; language < LANGUAGE_COUNT; language++)
            check_same_texts(one, other, language);
        cr_assert(eq(str, (char *)one->reference, (char *)other->reference));
    }
    for (size_t i = 0; i < catalog_error_count(built_in); i++) {
        const struct agent_error *one = catalog_error_at(built_in, i);
        const struct agent_error *other = catalog_error_at(read, i);
        for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
            cr_assert(eq(str, (char *)one->title[language], (char *)other->title[language]));
            cr_assert(eq(str, (char *)one->cause[language], (char *)other->cause[language]));
        }
    }
    catalog_close(read);
    catalog_close(built_in);
}

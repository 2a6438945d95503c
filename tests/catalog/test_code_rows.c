#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/count_of.h"
#include "catalog/catalog.h"
#include "support/user_catalog.h"

Test(code_rows, a_row_gives_cause_and_actions_of_its_own_or_leads_those_of_its_category)
{
    struct fault fault = {0};
    struct arena arena = {0};
    struct catalog *catalog =
        user_catalog_open("code,category,title_en,title_ja,cause_en,actions_en,actions_ja\n"
                          "0x8007F001,locked,Tape jam,テープ詰まり,Paper.,Ask Bob. | Wait.,待つ。\n"
                          "0x8007F002,locked,Tape torn,,,Ask Bob.,\n",
                          "code,category,action_en\n0x8007F003,locked,Ask Bob.\n", &fault);
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    static const struct {
        uint32_t code;
        enum language language;
        bool is_alone;
        const char *title;
        const char *first;
    } rows[] = {{0x8007F001, LANGUAGE_EN, true, "Tape jam", "Ask Bob."},
                {0x8007F001, LANGUAGE_JA, true, "テープ詰まり", "待つ。"},
                {0x8007F002, LANGUAGE_JA, false, "Tape torn", "Ask Bob."},
                {0x8007F003, LANGUAGE_EN, false, "File in use or locked", "Ask Bob."}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct code_meaning meaning = catalog_code_meaning(catalog, rows[i].code);
        const struct catalog_category *category = catalog_category_at(catalog, meaning.category);
        size_t own = meaning.row->action_count[rows[i].language];
        char text[CODE_TEXT_BYTES];
        struct action_texts actions;
        cr_assert(
            catalog_code_actions(&meaning, category, rows[i].language, &arena, &actions, &fault));
        cr_assert(eq(str, (char *)actions.texts[0], (char *)rows[i].first));
        cr_assert(eq(sz, actions.count,
                     own + (rows[i].is_alone ? 0 : category->action_count[rows[i].language])));
        cr_assert(eq(str,
                     (char *)catalog_code_describe(catalog, rows[i].code, rows[i].language, text),
                     (char *)rows[i].title));
    }
    arena_release(&arena);
    catalog_close(catalog);
}

Test(code_rows, a_row_without_a_title_keeps_that_of_the_row_it_replaces)
{
    struct fault fault = {0};
    char text[CODE_TEXT_BYTES];
    struct catalog *catalog =
        user_catalog_open("code,category,title_en\n0x8007F001,locked,Tape jam\n",
                          "code,category,actions_en\n0x8007F001,corrupted,Wait.\n", &fault);
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    cr_assert(
        eq(str, (char *)catalog_code_describe(catalog, 0x8007F001, LANGUAGE_JA, text), "Tape jam"));
    catalog_close(catalog);
}

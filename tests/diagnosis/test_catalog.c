#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "diagnosis/catalog.h"
#include "diagnosis/notation.h"

static struct catalog *open_built_in(void)
{
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    return catalog;
}

Test(diagnosis_catalog, holds_every_known_code_and_agent_error)
{
    struct catalog *catalog = open_built_in();
    cr_assert(eq(sz, catalog_code_count(catalog), 607));
    cr_assert(ge(sz, catalog_error_count(catalog), 370));
    cr_assert(eq(sz, catalog_category_count(catalog), 27));
    catalog_close(catalog);
}

Test(diagnosis_catalog, finds_every_code_by_its_number)
{
    struct catalog *catalog = open_built_in();
    for (size_t i = 0; i < catalog_code_count(catalog); i++) {
        const struct catalog_code *row = catalog_code_at(catalog, i);
        cr_assert(eq(ptr, (void *)catalog_code_find(catalog, row->code), (void *)row));
        char text[NOTATION_CODE_BYTES];
        uint32_t code = 0;
        cr_assert(notation_read_code(span_of(notation_write_code(row->code, text)), &code));
        cr_assert(eq(u32, code, row->code));
    }
    cr_assert(eq(ptr, (void *)catalog_code_find(catalog, 0x80071FFF), NULL));
    catalog_close(catalog);
}

Test(diagnosis_catalog, finds_every_agent_error_by_number_and_symbol)
{
    struct catalog *catalog = open_built_in();
    for (size_t i = 0; i < catalog_error_count(catalog); i++) {
        const struct agent_error *row = catalog_error_at(catalog, i);
        size_t found = SIZE_MAX;
        if (row->id != 0) {
            cr_assert(catalog_error_by_id(catalog, row->id, &found));
            cr_assert(eq(sz, found, i), "%u", (unsigned)row->id);
        }
        if (*row->symbol != '\0') {
            cr_assert(catalog_error_by_symbol(catalog, span_of(row->symbol), &found));
            cr_assert(eq(sz, found, i), "%s", row->symbol);
        }
    }
    size_t found;
    cr_assert(catalog_error_by_symbol(catalog, span_of("sallowdiskspace"), &found));
    cr_assert(not(catalog_error_by_symbol(catalog, span_of(""), &found)));
    cr_assert(not(catalog_error_by_id(catalog, 999999, &found)));
    catalog_close(catalog);
}

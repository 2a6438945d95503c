/* The prefilter finds every literal wherever it stands. */
#include "grammar/scanner.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

enum { WIDEST_TEXT = 1024, MOST_LITERALS = 600 };

static const char *const plain[] = {"Failed: Hr: = [", "Backup Progress: ", "latestVersion ",
                                    "GetModuleHandle failed for Library [",
                                    "Last completed state for Ds Id"};
enum { PLAIN_COUNT = sizeof plain / sizeof *plain };

static bool is_found(const struct scanner *scanner, struct scanner_scratch *scratch,
                     const char *text, size_t length, uint32_t literal, size_t end)
{
    struct fault fault = {0};
    const struct scanner_hit *hits;
    size_t count = 0;
    cr_assert(scanner_scan(scanner, scratch, (struct span){text, length}, &hits, &count, &fault));
    for (size_t i = 1; i < count; i++)
        cr_assert(le(u32, hits[i - 1].end, hits[i].end));
    bool is_there = false;
    for (size_t i = 0; i < count; i++)
        is_there = is_there || (hits[i].literal == literal && hits[i].end == end);
    return is_there && count == 1;
}

/* Few literals and many are different algorithms inside the library. */
static void find_everywhere(size_t more)
{
    static char texts[MOST_LITERALS][16];
    static char text[WIDEST_TEXT];
    struct scanner_literal literals[MOST_LITERALS] = {0};
    struct fault fault = {0};
    for (size_t i = 0; i < PLAIN_COUNT; i++)
        literals[i].text = span_of(plain[i]);
    for (size_t i = 0; i < more; i++) {
        snprintf(texts[i], sizeof texts[i], "other%05zu", i * 7919 % 100000);
        literals[PLAIN_COUNT + i].text = span_of(texts[i]);
    }
    struct scanner *scanner = scanner_open(literals, PLAIN_COUNT + more, &fault);
    struct scanner_scratch *scratch = scanner_scratch_open(scanner, &fault);
    cr_assert(ne(ptr, scratch, NULL));
    for (uint32_t literal = 0; literal < PLAIN_COUNT; literal++) {
        size_t length = strlen(plain[literal]);
        for (size_t before = 0; before < 160; before += 3) {
            for (size_t after = 0; after < 200; after++) {
                memset(text, '~', sizeof text);
                memcpy(text + before, plain[literal], length);
                cr_assert(is_found(scanner, scratch, text, before + length + after, literal,
                                   before + length),
                          "\"%s\" with %zu bytes before and %zu after it", plain[literal], before,
                          after);
            }
        }
    }
    scanner_scratch_close(scratch);
    scanner_close(scanner);
}

Test(scanner, finds_a_literal_wherever_it_stands)
{
    find_everywhere(0);
    find_everywhere(40);
    find_everywhere(125);
    find_everywhere(500);
}

/* Every literal is found wherever it occurs. */
#include "grammar/search/literal_scanner.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

enum { TEXT_BYTES = 1024, MAX_LITERALS_TRIED = 600 };

static const char *const plain[] = {"Failed: Hr: = [", "Backup Progress: ", "latestVersion ",
                                    "GetModuleHandle failed for Library [",
                                    "Last completed state for Ds Id"};
enum { PLAIN_COUNT = sizeof plain / sizeof *plain };

static bool is_found(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                     const char *text, size_t length, uint32_t literal, size_t end)
{
    struct fault fault = {0};
    struct scanner_hit *hits;
    size_t count = 0;
    cr_assert(
        literal_scanner_scan(scanner, scratch, (struct span){text, length}, &hits, &count, &fault));
    for (size_t i = 1; i < count; i++)
        cr_assert(le(u32, hits[i - 1].end, hits[i].end));
    bool is_there = false;
    for (size_t i = 0; i < count; i++)
        is_there = is_there || (hits[i].literal == literal && hits[i].end == end);
    return is_there && count == 1;
}

/* Vectorscan has different algorithms for few and for many literals. */
static void find_everywhere(size_t more)
{
    static char texts[MAX_LITERALS_TRIED][16];
    static char text[TEXT_BYTES];
    struct scanner_literal literals[MAX_LITERALS_TRIED] = {0};
    struct fault fault = {0};
    for (size_t i = 0; i < PLAIN_COUNT; i++)
        literals[i].text = span_of(plain[i]);
    for (size_t i = 0; i < more; i++) {
        snprintf(texts[i], sizeof texts[i], "other%05zu", i * 7919 % 100000);
        literals[PLAIN_COUNT + i].text = span_of(texts[i]);
    }
    struct literal_scanner *scanner =
        literal_scanner_open(literals, PLAIN_COUNT + more, /* uses_vectorscan= */ true, &fault);
    struct scanner_scratch *scratch = literal_scanner_scratch_open(scanner, &fault);
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
    literal_scanner_scratch_close(scratch);
    literal_scanner_close(scanner);
}

Test(grammar_literal_scanner, finds_a_literal_wherever_it_occurs)
{
    find_everywhere(0);
    find_everywhere(40);
    find_everywhere(125);
    find_everywhere(500);
}

Test(grammar_literal_scanner, confirms_a_message_in_all_its_spellings)
{
    static const struct {
        const char *message, *text;
        bool is_found;
    } cases[] = {
        {"could not be verified", "status couldn't be verified", true},
        {"could not be verified", "status couldn’t be verified", true},
        {"couldn't be verified", "status could  not be verified", true},
        {"could not be verified", "status could be verified", false},
        {"cannot connect to it", "it can't connect to it", true},
        {"cannot connect to it", "it CAN NOT connect to it", true},
        {"is not set", "the key isn't set", true},
        {"isn't set", "the key is not set", true},
        {"isn't set", "the key is notset", false},
        {"connect to Windows Azure Backup now", "connect to Azure Backup now", true},
        {"connect to Azure Backup now", "connect to Microsoft Azure Backup now", true},
        {"connect to Azure Backup now", "connect to Azure Backups now", false},
        {"Azure Backup Agent is outdated",
         "The Microsoft Azure Recovery Services Agent is outdated", true},
        {"Azure Backup is outdated", "The Azure Backup Agent is outdated", false},
        {"Azure Backup", "windows azure backup", true},
        {"Azure Backup に接続できません", "Windows Azure Backupに接続できません", true},
        {"完了 (警告あり)", "完了(警告あり)", true},
        {"完了 (警告あり)", "完了　（警告あり）", true},
        {"完了(警告あり)", "完了 (警告あり)。", true},
        {"失敗しました。 ID: 120002", "失敗しました。ID: 120002", true},
        {"失敗しました。ID: 120002", "失敗しました。　ID： 120002", true},
        {"失敗しました。 ID: 120002", "失敗しました。 ID:120002", false},
    };
    struct fault fault = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scanner_literal literal = {.text = span_of(cases[i].message), .is_message = true};
        struct literal_scanner *scanner =
            literal_scanner_open(&literal, 1, /* uses_vectorscan= */ true, &fault);
        struct scanner_scratch *scratch = literal_scanner_scratch_open(scanner, &fault);
        struct scanner_hit *hits = NULL;
        size_t count = 0;
        size_t start, end;
        bool found = false;
        struct span text = span_of(cases[i].text);
        cr_assert(literal_scanner_scan(scanner, scratch, text, &hits, &count, &fault));
        for (size_t j = 0; j < count; j++)
            found = found || literal_scanner_confirm(scanner, text, hits[j], &start, &end);
        cr_assert(eq(int, found, cases[i].is_found), "%s in %s", cases[i].message, cases[i].text);
        literal_scanner_scratch_close(scratch);
        literal_scanner_close(scanner);
    }
}

Test(grammar_literal_scanner, confirms_only_what_really_occurs)
{
    static const struct scanner_literal literals[] = {
        {.text = {"Failed: Hr", 10}},
        {.text = {"was unable  to reach", 20}, .is_message = true},
        {.text = {0}},
        {.text = {"\xe6\x8b\x92\xe5\x90\xa6", 6}, .is_message = true},
        {.text = {"SalLowDiskSpace", 15}, .is_word = true},
        {.text = {"a longword b", 12}, .is_message = true},
    };
    static const struct {
        const char *text;
        uint32_t literal;
        int start, end; /* where it is confirmed; start is -1 if it is not */
    } cases[] = {
        {"xx FAILED: hr yy", 0, 3, 13},
        {"FAILED:  hr", 0, -1, 0},
        {"Was\r\nUnable\tto    reach", 1, 0, 23},
        {"was unable toreach", 1, -1, 0},
        {"wasunable to reach", 1, -1, 0},
        {"unable to reach", 1, -1, 0},
        {"was unable to", 1, -1, 0},
        {" unable to reach", 1, -1, 0},
        {"\xe3\x81\x8c\xe6\x8b\x92\xe5\x90\xa6", 3, 3, 9},
        {"SalLowDiskSpace", 4, 0, 15},
        {"(sallowdiskspace)", 4, 1, 16},
        {"SalLowDiskSpaces", 4, -1, 0},
        {"_SalLowDiskSpace", 4, -1, 0},
        {"xa \t longword\n\nb", 5, 1, 16},
        {"a longword longword b", 5, -1, 0},
    };
    struct fault fault = {0};
    struct literal_scanner *scanner =
        literal_scanner_open(literals, 6, /* uses_vectorscan= */ true, &fault);
    struct scanner_scratch *scratch = literal_scanner_scratch_open(scanner, &fault);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scanner_hit *hits = NULL;
        size_t count = 0;
        int found_start = -1;
        int found_end = 0;
        struct span text = span_of(cases[i].text);
        cr_assert(literal_scanner_scan(scanner, scratch, text, &hits, &count, &fault));
        for (size_t j = 0; j < count; j++) {
            size_t start, end;
            if (hits[j].literal == cases[i].literal &&
                literal_scanner_confirm(scanner, text, hits[j], &start, &end)) {
                found_start = (int)start;
                found_end = (int)end;
            }
        }
        cr_assert(eq(int, found_start, cases[i].start), "%s", cases[i].text);
        cr_assert(eq(int, found_end, cases[i].end), "%s", cases[i].text);
    }
    literal_scanner_scratch_close(scratch);
    literal_scanner_close(scanner);
}

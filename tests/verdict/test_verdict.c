#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "verdict/verdict.h"

/* `fields` is the room for the event's fields. */
static struct event event_of(struct span fields[FIELD_COUNT], enum verdict_class class,
                             const char *path, const char *code, const char *message,
                             const char *id)
{
    memset(fields, 0, FIELD_COUNT * sizeof *fields);
    fields[FIELD_PATH] = span_of(path);
    fields[FIELD_CODE] = span_of(code);
    fields[FIELD_MESSAGE] = span_of(message);
    fields[FIELD_ID] = span_of(id);
    struct event event = {.class = class,
                          .rule = "r",
                          .line_count = 1,
                          .record_count = 1,
                          .literal = EVENT_NO_LITERAL,
                          .text = span_of("text"),
                          .fields = fields};
    return event;
}

Test(verdict, the_path_of_a_failed_file_has_no_message_after_it)
{
    static const struct {
        const char *path, *code, *message;
        const char *clean;
        uint32_t value; /* 0: none */
    } cases[] = {
        {" C:\\a.doc ", "0x80070005", NULL, "C:\\a.doc", 0x80070005},
        {"C:\\a.docx, Access is denied.", NULL, NULL, "C:\\a.docx", 0x80070005},
        {"C:\\a.docx - Access is denied", "0x80070020", NULL, "C:\\a.docx", 0x80070020},
        {"C:\\a.docx Access is denied.", NULL, NULL, "C:\\a.docx", 0x80070005},
        {"C:\\a.docx (Access is denied.", "0x80070005", NULL, "C:\\a.docx", 0x80070005},
        {"D:\\b.txt アクセスが拒否されました。", NULL, NULL, "D:\\b.txt", 0x80070005},
        {"C:\\a.docx", NULL, "The system cannot find the file specified.", "C:\\a.docx",
         0x80070002},
        {"C:\\docs\\Why Access is denied", NULL, NULL, "C:\\docs\\Why Access is denied", 0},
        {"C:\\docs\\Access is denied", NULL, NULL, "C:\\docs\\Access is denied", 0},
        {"C:\\a.doc", NULL, NULL, "C:\\a.doc", 0},
        {"C:\\a.doc", "0x00000000", NULL, "C:\\a.doc", 0},
        {"C:\\a.doc", "0x00000005", NULL, "C:\\a.doc", 0x80070005},
        {"C:\\a.doc", "32", NULL, "C:\\a.doc", 0x80070020},
        {"C:\\a.doc", "99999", NULL, "C:\\a.doc", 0},
        {"C:\\a.doc", "-2147024891", NULL, "C:\\a.doc", 0x80070005},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span fields[FIELD_COUNT];
        struct event event = event_of(fields, VERDICT_FAILED_FILE, cases[i].path, cases[i].code,
                                      cases[i].message, NULL);
        struct verdict verdict;
        cr_assert(verdict_classify(catalog, &event, /* scratch= */ NULL, &verdict, NULL));
        cr_assert(eq(int, verdict.class, VERDICT_FAILED_FILE), "%s", cases[i].path);
        cr_assert(span_equals(verdict.path, span_of(cases[i].clean)), "%s gives %.*s",
                  cases[i].path, (int)verdict.path.length, verdict.path.bytes);
        cr_assert(eq(u32, verdict.has_code ? verdict.code : 0, cases[i].value), "%s",
                  cases[i].path);
    }
    catalog_close(catalog);
}

Test(verdict, the_catalog_decides_what_is_a_finding)
{
    static const struct {
        enum verdict_class class;
        const char *code, *id, *symbol;
        enum verdict_class verdict;
    } cases[] = {
        {VERDICT_FINDING, NULL, "100050", NULL, VERDICT_FINDING},
        {VERDICT_FINDING, NULL, "0x1FC07", NULL, VERDICT_FINDING},
        {VERDICT_FINDING, NULL, NULL, "SalLowDiskSpace", VERDICT_FINDING},
        {VERDICT_FINDING, NULL, NULL, "BACKUP_ERROR_STOP_EVENT", VERDICT_FINDING},
        {VERDICT_FINDING, "0x8007173D", "31999", NULL, VERDICT_OTHER_FAILURE},
        {VERDICT_FINDING, NULL, "999999", NULL, VERDICT_OTHER_FAILURE},
        {VERDICT_OTHER_FAILURE, "0x80780054", NULL, NULL, VERDICT_OTHER_FAILURE},
        {VERDICT_OTHER_FAILURE, "0x00000000", NULL, NULL, VERDICT_NOISE},
        {VERDICT_NOISE, NULL, NULL, NULL, VERDICT_NOISE},
        {VERDICT_UNPARSED, NULL, NULL, NULL, VERDICT_UNPARSED},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span fields[FIELD_COUNT];
        struct event event =
            event_of(fields, cases[i].class, NULL, cases[i].code, NULL, cases[i].id);
        fields[FIELD_SYMBOL] = span_of(cases[i].symbol);
        struct verdict verdict;
        cr_assert(verdict_classify(catalog, &event, /* scratch= */ NULL, &verdict, NULL));
        cr_assert(eq(int, verdict.class, cases[i].verdict), "case %zu", i);
        cr_assert(eq(int, verdict.has_error, verdict.class == VERDICT_FINDING), "case %zu", i);
    }
    catalog_close(catalog);
}

static uint32_t literal_of(const struct catalog *catalog, const char *text)
{
    for (size_t i = 0; i < catalog_message_pattern_count(catalog); i++) {
        struct span pattern = catalog_message_pattern_at(catalog, i)->text;
        if (span_equals_ignoring_case(pattern, span_of(text)))
            return (uint32_t)i;
    }
    cr_assert(false, "no pattern %s", text);
    return 0;
}

Test(verdict, messages_count_unless_a_rule_calls_the_record_harmless)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    uint32_t agent = literal_of(catalog, "Invalid vault credentials provided");
    uint32_t wording = literal_of(catalog, "Access is denied");
    static const struct {
        enum verdict_class class;
        bool is_wording;
        enum verdict_class verdict;
    } cases[] = {
        {VERDICT_UNPARSED, false, VERDICT_FINDING},      {VERDICT_NOISE, false, VERDICT_NOISE},
        {VERDICT_OTHER_FAILURE, false, VERDICT_FINDING}, {VERDICT_FRAME, false, VERDICT_FRAME},
        {VERDICT_UNPARSED, true, VERDICT_OTHER_FAILURE}, {VERDICT_NOISE, true, VERDICT_NOISE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span fields[FIELD_COUNT];
        struct event event = event_of(fields, cases[i].class, NULL, NULL, NULL, NULL);
        event.literal = cases[i].is_wording ? wording : agent;
        struct verdict verdict;
        cr_assert(verdict_classify(catalog, &event, /* scratch= */ NULL, &verdict, NULL));
        cr_assert(eq(int, verdict.class, cases[i].verdict), "case %zu", i);
        if (cases[i].is_wording && verdict.class == VERDICT_OTHER_FAILURE)
            cr_assert(eq(u32, verdict.code, 0x80070005));
    }
    catalog_close(catalog);
}

/* Records whose rule says nothing about their text. */
Test(verdict, a_number_comes_before_words_and_a_wrapper_after_all)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    static const struct {
        enum verdict_class class;
        const char *text, *code;
        const char *message; /* the literal that the scanner found */
        enum verdict_class verdict;
        uint32_t number; /* of the agent error, or the failure code */
    } cases[] = {
        {VERDICT_UNPARSED, "It failed. (ID: 100050)", NULL, NULL, VERDICT_FINDING, 100050},
        {VERDICT_UNPARSED, "It failed. (ID: 100050)", NULL, "CBPDiskFull", VERDICT_FINDING, 100050},
        {VERDICT_OTHER_FAILURE, "It failed. (ID: 100050)", "0x80070070", NULL, VERDICT_FINDING,
         100050},
        {VERDICT_OTHER_FAILURE, "It failed. (ID: 100066)", "0x80070070", NULL,
         VERDICT_OTHER_FAILURE, 0x80070070},
        {VERDICT_UNPARSED, "It failed. (ID: 100066)", NULL, "CBPDiskFull", VERDICT_FINDING, 100072},
        {VERDICT_UNPARSED, "It failed. (ID: 100066)", NULL, NULL, VERDICT_FINDING, 100066},
        {VERDICT_UNPARSED, "It failed. (ID: 99999)", NULL, NULL, VERDICT_OTHER_FAILURE, 0},
        {VERDICT_UNPARSED, "ジョブは失敗しました。", NULL, "ジョブは失敗しました", VERDICT_FINDING,
         0},
        {VERDICT_FINDING, "Process (ID: 34513) started", NULL, NULL, VERDICT_UNPARSED, 0},
        {VERDICT_NOISE, "It failed. (ID: 100050)", NULL, NULL, VERDICT_NOISE, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span fields[FIELD_COUNT];
        struct event event = event_of(fields, cases[i].class, NULL, cases[i].code, NULL, NULL);
        event.text = event.body = span_of(cases[i].text);
        if (cases[i].message != NULL)
            event.literal = literal_of(catalog, cases[i].message);
        struct verdict verdict;
        cr_assert(verdict_classify(catalog, &event, /* scratch= */ NULL, &verdict, NULL));
        cr_assert(eq(int, verdict.class, cases[i].verdict), "%s", cases[i].text);
        if (verdict.has_error)
            cr_assert(eq(u32, catalog_error_at(catalog, verdict.error)->id, cases[i].number));
        else
            cr_assert(eq(u32, verdict.code, cases[i].number), "%s", cases[i].text);
    }
    catalog_close(catalog);
}

Test(verdict, a_system_message_at_the_end_of_a_record_is_its_code)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    static const struct {
        enum verdict_class class;
        bool is_record;
        const char *text;
        uint32_t code; /* 0: none */
    } cases[] = {
        {VERDICT_UNPARSED, true, "There is not enough space on the disk.", 0x80070070},
        {VERDICT_OTHER_FAILURE, true, "It failed: The device is not ready.", 0x80070015},
        {VERDICT_OTHER_FAILURE, true,
         "System.IO.IOException: Data error (cyclic redundancy check).\r\n   at A.B()", 0x80070017},
        {VERDICT_UNPARSED, true, "ディスクに十分な空き領域がありません。", 0x80070070},
        {VERDICT_UNPARSED, true, "Skipping D:\\Docs\\The device is not ready", 0},
        {VERDICT_UNPARSED, true, "The device is not ready, but will be", 0},
        {VERDICT_UNPARSED, false, "The device is not ready.", 0},
        {VERDICT_NOISE, true, "The device is not ready.", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span fields[FIELD_COUNT];
        struct event event = event_of(fields, cases[i].class, NULL, NULL, NULL, NULL);
        event.text = event.body = span_of(cases[i].text);
        event.is_record = cases[i].is_record;
        struct verdict verdict;
        cr_assert(verdict_classify(catalog, &event, /* scratch= */ NULL, &verdict, NULL));
        cr_assert(eq(u32, verdict.has_code ? verdict.code : 0, cases[i].code), "%s", cases[i].text);
        bool is_failure = verdict.class == VERDICT_OTHER_FAILURE;
        cr_assert(eq(int, is_failure, cases[i].code != 0), "%s", cases[i].text);
    }
    catalog_close(catalog);
}

Test(verdict, a_scratch_adds_the_key_of_the_path_and_the_rules_about_paths)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    struct verdict_scratch scratch = {.seed = 3, .host_key = 5};
    struct buffer folded = {0};
    struct path_key key;
    struct verdict verdict;
    struct span fields[FIELD_COUNT];
    struct event event =
        event_of(fields, VERDICT_FAILED_FILE, "D:\\pagefile.sys", "0x80070020", NULL, NULL);
    cr_assert(verdict_classify(catalog, &event, /* scratch= */ NULL, &verdict, NULL));
    cr_assert(not(verdict.has_context));
    cr_assert(verdict_classify(catalog, &event, &scratch, &verdict, NULL));
    cr_assert(verdict.has_context);
    cr_assert(path_key_of(verdict.path, 5, 3, &folded, &key, NULL));
    cr_assert(eq(u64, scratch.path_key.file, key.file));
    cr_assert(span_equals(buffer_span(&scratch.folded_path), buffer_span(&folded)));
    event.class = VERDICT_NOISE;
    cr_assert(verdict_classify(catalog, &event, &scratch, &verdict, NULL));
    cr_assert(eq(u64, scratch.path_key.file, 0), "the key of the event before is gone");
    buffer_release(&scratch.folded_path);
    buffer_release(&folded);
    catalog_close(catalog);
}

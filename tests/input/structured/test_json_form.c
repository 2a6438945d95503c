#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "support/structured_events.h"

Test(input_json_form, an_object_on_a_line_is_a_record)
{
    structured_events_expect(
        "{\"Id\":11,\"ProviderName\":\"CloudBackup\",\"LevelDisplayName\":\"Error\",\"Message\":"
        "\"It failed.\\r\\nTwice: C:\\\\a \\u00e9\"}\n",
        "@ev|CloudBackup|11|Error|||It failed. Twice: C:\\a \xC3\xA9\n");
    structured_events_expect("{ \"Id\" : 1 , \"Message\" : \"a\" }\n{\"Id\":2,\"Message\":true}\n",
                             "@ev||1||||a\n@ev||2||||True\n");
    structured_events_expect("[{\"Id\":1,\"Message\":\"a\"},\n{\"Id\":2,\"Message\":\"b\"}]\nend\n",
                             "@ev||1||||a\n@ev||2||||b\nend\n");
    structured_events_expect(
        "{\"value\":[{\"Id\":1,\"Message\":\"a\"},\n{\"Id\":2,\"Message\":\"b\"}],\"Count\":2}\n",
        "@ev||1||||a\n@ev||2||||b\n");
    structured_events_expect("{\"Values\":[\"1\"],\"Group\":[{\"Id\":1,\"Message\":\"a\"},\n"
                             "{\"Id\":2,\"Message\":\"b\"}],\"Name\":\"it is \\\"1\\\"\"}\n",
                             "@ev||1||||a\n@ev||2||||b\n");
}

Test(input_json_form, an_object_spread_over_lines_keeps_their_number)
{
    structured_events_expect(
        "[\n"
        "  {\n"
        "    \"Id\": 11,\n"
        "    \"TimeCreated\": \"\\/Date(1721500058123)\\/\",\n"
        "    \"Properties\": [ null, { \"Value\": 1 } ],\n"
        "    \"Message\": \"a\"\n"
        "  },\n"
        "  {\n"
        "    \"Id\": 12,\n"
        "    \"Message\": \"b\"\n"
        "  }\n"
        "]\n"
        "text\n",
        "\n@ev||11||/Date(1721500058123)/||a\n\n\n\n\n\n@ev||12||||b\n\n\n\n\ntext\n");
    structured_events_expect("{\n  \"value\": [\n    {\n \"Id\": 1,\n \"Message\": \"a\"\n    }\n  "
                             "],\n  \"Count\": 1\n}\n",
                             "\n\n@ev||1||||a\n\n\n\n\n\n\n");
}

Test(input_json_form, members_inside_have_the_names_around_them)
{
    structured_events_expect("{\"Id\":1,\"TimeCreated\":{\"value\":\"x\",\"DisplayHint\":2},"
                             "\"JobStatus\":{\"A\":{\"B\":[{"
                             "\"C\":1}]},\"JobState\":\"Failed\"}}\n",
                             "@ev||1||x||Failed\n");
    structured_events_expect(
        "{\"Event\":{\"#attributes\":{\"xmlns\":\"x\"},\"System\":{\"Provider\":{\"#attributes\":{"
        "\"Name\":\"disk\"}},\"EventID\":{\"#attributes\":{\"Qualifiers\":1},\"#text\":7},"
        "\"TimeCreated\":{\"#attributes\":{\"SystemTime\":\"tZ\"}},\"Level\":2,\"Computer\":\"A\"},"
        "\"EventData\":{\"Data\":{\"#text\":[\"a\",\"b\"]},\"Binary\":null}}}\n",
        "@ev|disk|7|2|tZ|A|a b\n");
}

Test(input_json_form, what_is_no_record_stays_as_it_is)
{
    static const char *const texts[] = {
        "{\"Id\":1,\"Message\":\"a\"},{\"Id\":2,\"Message\":\"b\"}\n",
        "{\"Id\":1,\"Message\":\"a\"} and more\n",
        "{\"Path\":\"C:\\\\a\",\"State\":\"OK\"}\n",
        "{\n\"Path\": \"C:\\\\a\",\n\"State\": \"OK\"\n}\n",
        "{0f000071-1111-2222-3333-444444444444} failed\n",
        "{\"Id\":1,\"Message\":\"not ended\n",
        "{\n \"Id\": 1,\n \"Message\": \"a\",\n",
        "{\n",
        "[2024-07-20 10:00:00] {\"Id\":1,\"Message\":\"a\"}\n",
        "[1,2]\n]\n",
        "a {\"Id\":1,\"Message\":\"a\"}\n",
        "if (a) {\n  b;\n}\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        structured_events_expect(texts[i], texts[i]);
}

Test(input_json_form, nesting_and_length_have_bounds)
{
    struct buffer text = {0};
    buffer_append(&text, span_of("{\"a\":"), NULL);
    for (size_t i = 0; i < 200000; i++)
        buffer_append_byte(&text, '[', NULL);
    buffer_append_byte(&text, '\n', NULL);
    char *actual = structured_events_read(buffer_span(&text));
    cr_assert(eq(sz, strlen(actual), text.length));
    memory_free(actual);
    text.length = 0;
    buffer_append(&text, span_of("{\"Id\":1,\n"), NULL);
    for (size_t i = 0; i < 20000; i++)
        buffer_append(&text, span_of("\"Message\":\"x\",\n"), NULL);
    actual = structured_events_read(buffer_span(&text));
    cr_assert(eq(sz, strlen(actual), text.length));
    memory_free(actual);
    buffer_release(&text);
}

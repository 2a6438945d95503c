#include "input/structured/structured_reader.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"

/* A dialect of events: level, date, number, text. */
static struct record_title event_titles[] = {
    {.name = {"Level", 5}, .cell = 0, .rank = 0},
    {.name = {"Ebene", 5}, .cell = 0, .rank = 1},
    {.name = {"TimeCreated", 11}, .cell = 1, .rank = 0},
    {.name = {"Date", 4}, .cell = 1, .rank = 1},
    {.name = {"Event ID", 8}, .cell = 2, .rank = 0},
    {.name = {"Id", 2}, .cell = 2, .rank = 1},
    {.name = {"Message", 7}, .cell = 3, .rank = 0},
    {.name = {"Description", 11}, .cell = 3, .rank = 1},
    {.name = {"Log Name", 8}, .cell = NO_RECORD_CELL, .rank = 0},
    {.name = {"Source", 6}, .cell = NO_RECORD_CELL, .rank = 0},
};
static const struct record_titles events = {.dialect = {"ev", 2},
                                            .titles = event_titles,
                                            .title_count =
                                                sizeof event_titles / sizeof *event_titles,
                                            .cell_count = 4,
                                            .needs = {1 << 2},
                                            .need_count = 1,
                                            .text_cell = 3};

/* Feeds `text` line by line and returns what comes out, with \x1d as '@' and tabs as '|'. */
static char *read_text(const char *text)
{
    const struct record_titles *const dialects[] = {&events};
    struct title_index index = {0};
    struct buffer out = {0};
    struct fault fault = {0};
    cr_assert(title_index_build(&index, dialects, 1, &fault));
    struct structured_reader *reader = structured_reader_open(&index, &fault);
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        cr_assert(structured_reader_feed(reader, (struct span){line, length}, &out, &fault));
        line += length + (line[length] == '\n');
    }
    cr_assert(structured_reader_end(reader, &out, &fault));
    cr_assert(buffer_append_byte(&out, '\0', &fault));
    structured_reader_close(reader);
    title_index_release(&index);
    for (char *at = out.bytes; *at != '\0'; at++)
        *at = *at == '\x1d' ? '@' : (*at == '\t' ? '|' : *at);
    return out.bytes;
}

static void expect(const char *text, const char *expected)
{
    char *actual = read_text(text);
    cr_assert(eq(str, actual, (char *)expected));
    memory_free(actual);
}

Test(input_structured_reader, rows_of_csv_become_record_lines_whatever_the_separator)
{
    expect("Level,Date,Event ID\nError,1/2/2024,11\n",
           "\n@ev|Error|1/2/2024|11|Error 1/2/2024 11\n");
    expect("Ebene;Date;Id\nFehler;2.1.2024;11\n", "\n@ev|Fehler|2.1.2024|11|Fehler 2.1.2024 11\n");
    expect("Level\tId\tMessage\nError\t11\tno, not; that\n", "\n@ev|Error||11|no, not; that\n");
    expect("\"Id\",\"Message\"\n\"11\",\"two\nlines\"\n\"12\",\"one\"\n",
           "\n@ev|||11|two lines\n\n@ev|||12|one\n");
    expect("Level,Date,Source,Event ID\nError,1/2,X,11,None,\"a, b\"\n",
           "\n@ev|Error|1/2|11|None a, b\n");
}

Test(input_structured_reader, a_csv_of_another_kind_stays_as_it_is)
{
    expect("Path,State\nC:\\a,OK\n", "Path,State\nC:\\a,OK\n");
    expect("Level,Date\nError,1/2\n", "Level,Date\nError,1/2\n");
}

Test(input_structured_reader, tables_below_dashes_are_cut_at_their_columns)
{
    expect("\nId Level Message\n-- ----- -------\n11 Error words of it\n12 Error more\n\nend\n",
           "\n\n\n@ev|Error||11|words of it\n@ev|Error||12|more\n\nend\n");
    expect("Id Level Message\n-- ----- -------\n11 Error words\n         go on\n",
           "\n\n@ev|Error||11|words go on\n\n");
    expect("| Id | Level |\n|---|---|\n| 11 | Error |\n", "\n\n@ev|Error||11|11 Error\n");
    /* PowerShell aligns by the screen: a wide character takes two columns. */
    expect("Level  Id Message\n-----  -- -------\nエラー 11 失敗\n", "\n\n@ev|エラー||11|失敗\n");
}

Test(input_structured_reader, a_heading_may_go_on_in_lines_below_it)
{
    expect("TimeCr Id Level Mess\neated           age\n------ -- ----- ----\n1/2/24 11 Error a\n",
           "\n\n\n@ev|Error|1/2/24|11|a\n");
    expect("Even Level\nt    \n  ID\n---- -----\n11   Error\n", "\n\n\n\n@ev|Error||11|11 Error\n");
    expect("Even Level\n t ID\n---- -----\n11   Error\n",
           "Even Level\n t ID\n---- -----\n11   Error\n");
    expect("Id Level\nd  l\nprose\n", "Id Level\nd  l\nprose\n");
}

Test(input_structured_reader, lists_end_at_a_blank_line_or_at_their_first_title)
{
    expect("Id      : 11\nLevel   : Error\nMessage : words\n          go on\n\nId      : 12\nLevel "
           "  : x\n",
           "@ev|Error||11|words go on\n\n\n\n\n@ev|x||12|12 x\n\n");
    expect("Log Name: A\nEvent ID: 11\nDescription:\nfirst\n\nSource: no title here\n\nLog "
           "Name: B\nEvent ID: 12\n",
           "@ev|||11|first Source: no title here\n\n\n\n\n\n\n@ev|||12|12\n\n");
    expect("Level: Error\nno number\n", "Level: Error\nno number\n");
}

Test(input_structured_reader, lists_come_as_mails_and_old_systems_have_them)
{
    expect("Level:\tError Event ID:\t\t5 Message: Date: is no title here\n",
           "@ev|Error||5|Date: is no title here\n");
    expect("Level : Error\nSource : X\n\nEvent ID : 5\n", "@ev|Error||5|Error 5\n\n\n\n");
    expect("Log Name: A\nId: 1\nMessage:\na\nLog Name: B\nId: 2\n",
           "@ev|||1|a\n\n\n\n@ev|||2|2\n\n");
    expect("Id: 1\nLevel: Error\n\nEvent Xml:\n<Event>\n<Id>2</Id>\n</Event>\nend\n",
           "@ev|Error||1|1 Error\n\n\n\n\n\n\nend\n");
}

Test(input_structured_reader, sentences_behind_a_copied_event_are_not_its_own)
{
    expect("Level: Error\nId: 1\nMessage:\nIt failed.\n\nOperation:\n   x\n\nAnother thing.\nend\n",
           "@ev|Error||1|It failed. Operation: x\n\n\n\n\n\n\n\nAnother thing.\nend\n");
    /* ... unless the XML or the next copy shows that they are. */
    expect("Level: Error\nId: 1\nMessage:\nIt failed.\n\nAgain.\n\nEvent Xml:\n<Event>\n</Event>\n",
           "@ev|Error||1|It failed. Again.\n\n\n\n\n\n\n\n\n\n");
    expect("Level: Error\nId: 1\nMessage:\nIt did\n\nnot work.\n\nBye.\n",
           "@ev|Error||1|It did not work.\n\n\n\n\n\n\nBye.\n");
}

Test(input_structured_reader, numbers_wider_than_their_heading_stay_whole)
{
    expect("Date            Id Level Message\n----            -- ----- -------\n1/2/2024 3:04  137 "
           "Error a\n1/2/2024 3:04   11 Error b\n1/2/2024 3:04 8194 Error c\n",
           "\n\n@ev|Error|1/2/2024 3:04|137|a\n@ev|Error|1/2/2024 3:04|11|b\n@ev|Error|1/2/2024 "
           "3:04|8194|c\n");
}

Test(input_structured_reader, a_label_above_a_table_holds_for_its_rows)
{
    expect("\n   Level: Error\n\nId Message\n-- -------\n11 a\n12 b\n\n",
           "\n\n\n\n\n@ev|Error||11|a\n@ev|Error||12|b\n\n");
    expect("   Level: Error\n\nno table\nhere\n", "   Level: Error\n\nno table\nhere\n");
}

Test(input_structured_reader, a_colon_needs_no_blank_in_every_language)
{
    expect("Level :Error\nId :11\nMessage :at 02:47 of C:\\x http://y\n",
           "@ev|Error||11|at 02:47 of C:\\x http://y\n\n\n");
}

Test(input_structured_reader, what_follows_a_copied_event_is_read_for_itself)
{
    expect("Level: Error\nId: 1\nMessage:\nIt failed no. 1\n\nAnd the list of the other "
           "console:\n\nLevel,Id\nError,2\n\nLevel: x\nId: 3\n",
           "@ev|Error||1|It failed no. 1\n\n\n\n\nAnd the list of the other console:\n\n\n"
           "@ev|Error||2|Error 2\n\n@ev|x||3|x 3\n\n");
}

Test(input_structured_reader, a_heading_may_follow_the_rows_of_another)
{
    expect("Id,Level\n1,Error\nLevel;Id\nError;2\n",
           "\n@ev|Error||1|1 Error\n\n@ev|Error||2|Error 2\n");
}

Test(input_structured_reader, a_row_may_lack_its_first_cell)
{
    expect("Date Id Level Message\n---- -- ----- -------\n     11 Error a\n     12 Error b\n",
           "\n\n@ev|Error||11|a\n@ev|Error||12|b\n");
}

Test(input_structured_reader, the_number_above_an_event_is_no_part_of_it)
{
    expect(
        "Event[0]:\n  Level: Error\n  Id: 1\n  Message:\na\n\nEreignis[1]\n  Id: 2\n  Level: x\n",
        "\n@ev|Error||1|a\n\n\n\n\n\n@ev|x||2|2 x\n\n");
    expect("a [1] b\n[2]\narray[]:\n", "a [1] b\n[2]\narray[]:\n");
}

Test(input_structured_reader, wrapped_words_of_a_row_have_empty_lines)
{
    expect(
        "Id Level Message\n-- ----- -------\n11 Error a\n\n         b\n12 Error c\n\n13 Error d\n"
        "\nThe end of it is here.\n",
        "\n\n@ev|Error||11|a b\n\n\n@ev|Error||12|c\n\n@ev|Error||13|d\n\nThe end of it is "
        "here.\n");
}

Test(input_structured_reader, every_line_that_goes_in_comes_out)
{
    static const char *const pieces[] = {"Level,Id\n",   "Error,11\n",       "\"x,\n",
                                         "\n",           "Id : 1\n",         "---- --\n",
                                         "Level Id\n",   "Message: a\n",     "   go on\n",
                                         "plain text\n", "| Id | Level |\n", "|--|--|\n"};
    enum { PIECES = sizeof pieces / sizeof *pieces, LINES = 12 };
    unsigned long state = 1;
    for (int round = 0; round < 20000; round++) {
        char text[LINES * 24] = "";
        for (int i = 0; i < LINES; i++) {
            state = state * 6364136223846793005UL + 1442695040888963407UL;
            strcat(text, pieces[(state >> 33) % PIECES]);
        }
        char *out = read_text(text);
        size_t lines = 0;
        for (const char *at = out; *at != '\0'; at++)
            lines += *at == '\n';
        cr_assert(eq(sz, lines, LINES), "%s", text);
        memory_free(out);
    }
}

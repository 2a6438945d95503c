#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "support/structured_events.h"

#define SYSTEM                                                                                     \
    "<System><Provider Name='CloudBackup'/><EventID Qualifiers='0'>11</EventID><Level>2</Level>"   \
    "<TimeCreated SystemTime='2024-07-20T18:27:38.5Z'/><Computer>FS01</Computer></System>"
#define EVENT(rest)                                                                                \
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>" SYSTEM rest
#define RECORD "@ev|CloudBackup|11|2|2024-07-20T18:27:38.5Z|FS01|"

Test(input_xml_form, an_event_on_a_line_is_a_record)
{
    structured_events_expect(
        EVENT("<EventData><Data>a &lt;b&gt; &amp;</Data><Data Name='X'>c</Data>"
              "<Data/></EventData></Event>") "\n",
        RECORD "a <b> & c\n");
    structured_events_expect(EVENT("<UserData><E xmlns='u'><P1>one</P1><P2>two</P2></E></UserData>"
                                   "</Event></Events>") "\n",
                             RECORD "one two\n");
    structured_events_expect(
        EVENT("<EventData><Data>a</Data></EventData><RenderingInfo Culture='en-US'>"
              "<Message>It failed.\n  Twice.</Message><Level>Error</Level>"
              "</RenderingInfo></Event>") "\nnext\n",
        RECORD "It failed. Twice.\n\nnext\n");
}

Test(input_xml_form, an_event_spread_over_lines_keeps_their_number)
{
    structured_events_expect("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                             "<Events>\n"
                             "- <Event xmlns='e'>\n"
                             "  - <System>\n"
                             "    <Provider Name=\"disk\" />\n"
                             "    <EventID>7</EventID>\n"
                             "  </System>\n"
                             "  <EventData>\n"
                             "    <Data>\\Device\\Harddisk1</Data>\n"
                             "  </EventData>\n"
                             "</Event>\n"
                             "</Events>\n",
                             "\n\n@ev|disk|7||||\\Device\\Harddisk1\n\n\n\n\n\n\n\n\n\n");
    structured_events_expect("<Events><Event\n"
                             " xmlns='e'><EventID>7</EventID><Data>x</Data>\n"
                             "</Event>\n"
                             "<Event><EventID>8</EventID><Data>y</Data></Event>\n",
                             "@ev||7||||x\n\n\n@ev||8||||y\n");
}

Test(input_xml_form, what_is_no_event_stays_as_it_is)
{
    static const char *const texts[] = {
        "<Eventful>x</Eventful>\n",
        "<Event><EventID>7</EventID><Data>x</Wrong></Event>\n",
        "<Event><EventID>7</EventID>\n<Data>x</Wrong>\n</Event>\n",
        "<Event><Other>7</Other></Event>\n",
        "<Event><EventID>7</EventID><Data>x</Data></Event><Event><EventID>8</EventID></Event>\n",
        "<Event><EventID>7\n",
        "a text <Event> in it\n",
        "<html><Event></html>\n",
        "<Event><EventID>7</EventID><Data>\x01</Data></Event>\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        structured_events_expect(texts[i], texts[i]);
}

Test(input_xml_form, entities_are_refused)
{
    static const char *const texts[] = {
        "<!DOCTYPE Event [<!ENTITY a "
        "\"aaaa\">]>\n<Event><EventID>&a;</EventID><Data>x</Data></Event>\n",
        "<!DOCTYPE Event [<!ENTITY a SYSTEM "
        "\"file:///etc/passwd\">]><Event><EventID>&a;</EventID></Event>\n",
        "<?xml version='1.0'?><!DOCTYPE Event><Event><EventID>7</EventID><Data>x</Data></Event>\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char *actual = structured_events_read(span_of(texts[i]));
        cr_assert(eq(str, actual, (char *)texts[i]));
        memory_free(actual);
    }
}

Test(input_xml_form, nesting_and_length_have_bounds)
{
    struct buffer text = {0};
    buffer_append(&text, span_of("<Event>"), NULL);
    for (size_t i = 0; i < 200000; i++)
        buffer_append(&text, span_of("<a>"), NULL);
    buffer_append_byte(&text, '\n', NULL);
    char *actual = structured_events_read(buffer_span(&text));
    cr_assert(eq(sz, strlen(actual), text.length));
    memory_free(actual);
    text.length = 0;
    buffer_append(&text, span_of("<Event>\n"), NULL);
    for (size_t i = 0; i < 20000; i++)
        buffer_append(&text, span_of("<Data>x</Data>\n"), NULL);
    actual = structured_events_read(buffer_span(&text));
    cr_assert(eq(sz, strlen(actual), text.length));
    memory_free(actual);
    buffer_release(&text);
}

Test(input_xml_form, objects_of_powershell_have_the_titles_of_their_members)
{
    structured_events_expect(
        "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n"
        "  <Obj RefId=\"0\">\n"
        "    <TN RefId=\"0\">\n"
        "      <T>System.Diagnostics.Eventing.Reader.EventLogRecord</T>\n"
        "    </TN>\n"
        "    <ToString>System.Diagnostics.Eventing.Reader.EventLogRecord</ToString>\n"
        "    <Props>\n"
        "      <I32 N=\"Id\">11</I32>\n"
        "      <S N=\"ProviderName\">CloudBackup</S>\n"
        "      <Nil N=\"Bookmark\" />\n"
        "      <DT N=\"TimeCreated\">2024-07-20T20:27:38.5+02:00</DT>\n"
        "      <Obj N=\"JobStatus\" RefId=\"1\"><Props><Obj N=\"JobState\" RefId=\"2\">"
        "<ToString>Failed</ToString><I32>4</I32></Obj></Props></Obj>\n"
        "    </Props>\n"
        "    <MS>\n"
        "      <S N=\"Message\">It failed._x000D__x000A_Twice _x005F_.</S>\n"
        "    </MS>\n"
        "  </Obj>\n"
        "</Objs>\n",
        "\n@ev|CloudBackup|11||2024-07-20T20:27:38.5+02:00||It failed. Twice _.\n"
        "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n");
    structured_events_expect(
        "<Obj><Props><Obj N=\"JobStatus\"><Props><Obj N=\"JobState\"><ToString>Failed</ToString>"
        "<I32>4</I32></Obj></Props></Obj><I32 N=\"Id\">3</I32></Props></Obj>\n",
        "@ev||3||||Failed\n");
}

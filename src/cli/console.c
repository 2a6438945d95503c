#include "cli/console.h"

#include <unistd.h>

#include "output/write/escape.h"
#include "output/write/translation.h"
#include "output/write/writer.h"
#include "text/log_name.h"

static void write_line(enum language language, struct span name, struct span sentence)
{
    struct buffer text = {0};
    struct writer writer;
    if (translation_append(&text, sentence, language, NULL)) /* else English will do */
        sentence = buffer_span(&text);
    writer_to_descriptor(&writer, STDERR_FILENO, "standard error");
    writer_text(&writer, "marsift: ");
    if (name.length > 0) {
        escape_for_people(&writer, name);
        writer_text(&writer, ": ");
    }
    escape_for_people(&writer, sentence);
    writer_byte(&writer, '\n');
    writer_finish(&writer, NULL); /* a lost message cannot be reported */
    buffer_release(&text);
}

void console_message_about(enum language language, struct span source, struct span member,
                           struct span sentence)
{
    struct buffer scratch = {0};
    write_line(language, log_name(source, member, &scratch, NULL), sentence);
    buffer_release(&scratch);
}

void console_message(enum language language, struct span sentence)
{
    write_line(language, (struct span){0}, sentence);
}

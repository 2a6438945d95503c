/* The reader of event logs: any bytes, as the chunks of a log or as all of it, give within bounds
 * the same text and problem whether they come at once or a few at a time; the text is a line of
 * valid UTF-8 for each record. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "input/evtx/binary_xml.h"
#include "input/evtx/evtx_chunk.h"
#include "input/evtx/evtx_stream.h"
#include "support/memory_reader.h"
#include "text/utf8.h"

struct text {
    struct buffer bytes;
    bool has_problem;
};

static struct text read_log(struct span log, size_t step, size_t capacity)
{
    static char space[65536];
    struct text text = {0};
    struct fault fault = {0};
    struct memory_reader memory = {.bytes = log, .step = step};
    struct evtx_stream *stream = evtx_stream_open(memory_reader_open(&memory), &fault);
    MUST_HOLD(stream != NULL);
    struct byte_reader reader = evtx_stream_reader(stream);
    for (size_t got = 1; got > 0;) {
        got = reader.read(reader.context, space, capacity);
        MUST_HOLD(got <= capacity);
        buffer_append(&text.bytes, (struct span){space, got}, NULL);
    }
    text.has_problem = reader.problem(reader.context) != NULL;
    MUST_HOLD(evtx_stream_packed_bytes(stream) == log.length);
    evtx_stream_close(stream);
    return text;
}

/* The first byte is the flags of the log and of its chunk, and chooses whether the rest is all of a
 * log. */
static void make_log(struct buffer *log, struct span input)
{
    static const char zeros[EVTX_FILE_HEADER_BYTES];
    uint8_t setting = fuzz_setting(&input);
    buffer_append(log, (struct span){zeros, sizeof zeros}, NULL);
    memcpy(log->bytes, "ElfFile", 7);
    log->bytes[120] = (char)(setting & 1);
    if ((setting & 2) != 0)
        log->length = 0;
    buffer_append(log, input, NULL);
    if ((setting & 4) != 0 && log->length > EVTX_FILE_HEADER_BYTES + 8)
        memcpy(log->bytes + EVTX_FILE_HEADER_BYTES, "ElfChnk", 7);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = fuzz_span(data, size);
    struct buffer log = {0};
    make_log(&log, bytes);
    struct text whole = read_log(buffer_span(&log), 0, 65536);
    struct text few = read_log(buffer_span(&log), 1 + fuzz_choice(bytes, 999), 777);
    struct span text = buffer_span(&whole.bytes);
    size_t most = (log.length / EVTX_RECORD_LEAST_BYTES + 1) * BINARY_XML_MOST_BYTES;
    MUST_HOLD(text.length <= most && utf8_valid_length(text) == text.length);
    MUST_HOLD(text.length == 0 || text.bytes[text.length - 1] == '\n');
    MUST_HOLD(span_equals(text, buffer_span(&few.bytes)) && whole.has_problem == few.has_problem);
    buffer_release(&log);
    buffer_release(&whole.bytes);
    buffer_release(&few.bytes);
    return 0;
}

#include "support/evtx_log.h"

#include <string.h>

#include "base/little_endian.h"
#include "input/evtx/crc32.h"
#include "input/evtx/evtx_chunk.h"

enum { TYPE_STRING = 1, TYPE_UINT8 = 4, TYPE_UINT16 = 6, TYPE_UINT64 = 10, TYPE_FILETIME = 17 };

/* A chunk is made in a buffer, so that offsets in it are lengths. */
static void add(struct buffer *chunk, uint64_t number, size_t length)
{
    for (size_t i = 0; i < length; i++)
        buffer_append_byte(chunk, i < 8 ? (char)(number >> 8 * i) : 0, NULL);
}

static void patch(struct buffer *chunk, size_t at, size_t number)
{
    little_endian_store_32((unsigned char *)chunk->bytes + at, (uint32_t)number);
}

/* Adds UTF-16; of UTF-8, sequences of one and three bytes are enough here. Returns its length in
 * bytes. */
static size_t add_text(struct buffer *chunk, const char *text)
{
    size_t start = chunk->length;
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0';) {
        bool is_long = *at >= 0xE0;
        uint64_t unit = is_long ? (at[0] & 15u) << 12 | (at[1] & 63u) << 6 | (at[2] & 63u) : *at;
        add(chunk, unit, 2);
        at += is_long ? 3 : 1;
    }
    return chunk->length - start;
}

static void add_name(struct buffer *chunk, const char *name)
{
    add(chunk, chunk->length + 4, 4);
    add(chunk, 0, 6);
    add(chunk, strlen(name), 2);
    add_text(chunk, name);
    add(chunk, 0, 2);
}

/* Adds an element whose content, or attribute, is the value `index`; it ends with the element. */
static void add_element(struct buffer *chunk, const char *name, const char *attribute, size_t index)
{
    add(chunk, attribute ? 0x41 : 0x01, 1);
    add(chunk, 0xFFFF, 2);
    size_t length_at = chunk->length;
    add(chunk, 0, 4);
    add_name(chunk, name);
    size_t list_at = chunk->length;
    if (attribute != NULL) {
        add(chunk, 0, 4);
        add(chunk, 0x06, 1);
        add_name(chunk, attribute);
    } else {
        add(chunk, 0x02, 1);
    }
    add(chunk, 0x0E | index << 8 | TYPE_STRING << 24, 4);
    if (attribute != NULL)
        patch(chunk, list_at, chunk->length - list_at - 4);
    add(chunk, attribute ? 0x03 : 0x04, 1);
    patch(chunk, length_at, chunk->length - length_at - 4);
}

static size_t open_element(struct buffer *chunk, const char *name)
{
    add(chunk, 0xFFFF01, 3);
    size_t length_at = chunk->length;
    add(chunk, 0, 4);
    add_name(chunk, name);
    add(chunk, 0x02, 1);
    return length_at;
}

static void close_element(struct buffer *chunk, size_t length_at)
{
    add(chunk, 0x04, 1);
    patch(chunk, length_at, chunk->length - length_at - 4);
}

static void add_definition(struct buffer *chunk, bool has_data)
{
    add(chunk, chunk->length + 4, 4);
    size_t definition_at = chunk->length;
    add(chunk, 0, 12);
    add(chunk, 0, 12);
    add(chunk, 0x0001010F, 4);
    size_t event_at = open_element(chunk, "Event");
    size_t system_at = open_element(chunk, "System");
    add_element(chunk, "Provider", "Name", 0);
    add_element(chunk, "EventID", NULL, 1);
    add_element(chunk, "Level", NULL, 2);
    add_element(chunk, "TimeCreated", "SystemTime", 3);
    add_element(chunk, "EventRecordID", NULL, 4);
    add_element(chunk, "Computer", NULL, 5);
    close_element(chunk, system_at);
    if (has_data) {
        size_t data_at = open_element(chunk, "EventData");
        add_element(chunk, "Data", NULL, 6);
        close_element(chunk, data_at);
    }
    close_element(chunk, event_at);
    add(chunk, 0, 1);
    patch(chunk, definition_at + 20, chunk->length - definition_at - 24);
}

static void add_values(struct buffer *chunk, const struct evtx_event *event, size_t number)
{
    static const unsigned char types[] = {TYPE_STRING, TYPE_UINT16, TYPE_UINT8, TYPE_FILETIME,
                                          TYPE_UINT64, TYPE_STRING, TYPE_STRING};
    static const unsigned char lengths[] = {0, 2, 1, 8, 8, 0, 0};
    static const uint64_t time = UINT64_C(133659736585000000);
    const char *texts[] = {event->provider, NULL, NULL, NULL, NULL, event->computer, event->data};
    const uint64_t numbers[] = {0, event->number, 2, time, number, 0, 0};
    size_t count = event->data ? 7 : 6;
    add(chunk, count, 4);
    size_t table_at = chunk->length;
    for (size_t i = 0; i < count; i++)
        add(chunk, lengths[i] | (uint64_t)types[i] << 16, 4);
    for (size_t i = 0; i < count; i++) {
        if (texts[i] == NULL)
            add(chunk, numbers[i], lengths[i]);
        else
            patch(chunk, table_at + 4 * i, add_text(chunk, texts[i]) | (size_t)types[i] << 16);
    }
}

static void add_record(struct buffer *chunk, const struct evtx_event *event, size_t number)
{
    size_t start = chunk->length;
    add(chunk, 0x2A2A, 8);
    add(chunk, number, 8);
    add(chunk, 0, 8);
    add(chunk, 0x0001010F, 4);
    add(chunk, 0x010C, 6);
    add_definition(chunk, event->data != NULL);
    add_values(chunk, event, number);
    add(chunk, 0, 1);
    while ((chunk->length + 4 - start) % 8 != 0)
        add(chunk, 0, 1);
    size_t length = chunk->length + 4 - start;
    add(chunk, length, 4);
    patch(chunk, start + 4, length);
    patch(chunk, 44, start);
}

static void finish_chunk(struct buffer *chunk, size_t first, size_t last)
{
    unsigned char *bytes = (unsigned char *)chunk->bytes;
    size_t end = chunk->length;
    memcpy(bytes, "ElfChnk", 8);
    patch(chunk, 8, first);
    patch(chunk, 16, last);
    patch(chunk, 24, first);
    patch(chunk, 32, last);
    patch(chunk, 40, 128);
    patch(chunk, 48, end);
    patch(chunk, 52, crc32_update(0, bytes + 512, end - 512));
    patch(chunk, 124, crc32_update(crc32_update(0, bytes, 120), bytes + 128, 384));
    add(chunk, 0, 1);
    while (chunk->length < EVTX_CHUNK_BYTES)
        add(chunk, 0, 1);
}

struct buffer evtx_log_make(const struct evtx_event *events, size_t count, size_t in_chunk)
{
    struct buffer log = {0};
    buffer_append(&log, (struct span){"ElfFile", 8}, NULL);
    while (log.length < EVTX_FILE_HEADER_BYTES)
        add(&log, 0, 1);
    for (size_t start = 0; start < count; start += in_chunk) {
        size_t end = start + in_chunk < count ? start + in_chunk : count;
        struct buffer chunk = {0};
        while (chunk.length < EVTX_CHUNK_HEADER_BYTES)
            add(&chunk, 0, 1);
        for (size_t i = start; i < end; i++)
            add_record(&chunk, &events[i], i + 1);
        finish_chunk(&chunk, start + 1, end);
        buffer_append(&log, buffer_span(&chunk), NULL);
        buffer_release(&chunk);
    }
    return log;
}

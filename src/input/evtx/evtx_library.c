#include "input/evtx/evtx_library.h"

#include <libbfio.h>
#include <libevtx.h>
#include <stdint.h>

#include "base/memory.h"
#include "input/evtx/binary_xml.h"

/* More than libevtx needs for a chunk and a record: it is not asked without so much memory. */
enum { LIBRARY_BYTES = 1024 * 1024 };

struct evtx_library {
    libbfio_handle_t *bytes;
    libevtx_file_t *file;
};

struct evtx_library *evtx_library_open(unsigned char *file, size_t length)
{
    struct evtx_library *library = memory_allocate(1, sizeof *library, NULL);
    if (library == NULL || !memory_is_available(LIBRARY_BYTES)) {
        memory_free(library);
        return NULL;
    }
    if (libbfio_memory_range_initialize(&library->bytes, NULL) == 1 &&
        libbfio_memory_range_set(library->bytes, file, length, NULL) == 1 &&
        libevtx_file_initialize(&library->file, NULL) == 1 &&
        libevtx_file_open_file_io_handle(library->file, library->bytes, LIBEVTX_OPEN_READ, NULL) ==
            1)
        return library;
    evtx_library_close(library);
    return NULL;
}

void evtx_library_close(struct evtx_library *library)
{
    if (library == NULL)
        return;
    if (library->file != NULL)
        libevtx_file_free(&library->file, NULL);
    if (library->bytes != NULL)
        libbfio_handle_free(&library->bytes, NULL);
    memory_free(library);
}

/* Copies the XML of `record`, with its NUL, to `xml`. */
static bool copy_xml(libevtx_record_t *record, struct buffer *xml)
{
    size_t length = 0;
    if (libevtx_record_get_utf8_xml_string_size(record, &length, NULL) != 1 || length == 0 ||
        length > BINARY_XML_MOST_BYTES || !buffer_reserve(xml, length, NULL))
        return false;
    xml->length = length;
    return libevtx_record_get_utf8_xml_string(record, (uint8_t *)xml->bytes, length, NULL) == 1;
}

/* Puts the XML on one line. Indentation goes; a line end in a value becomes a blank, as does any
 * control character, which XML does not allow. */
static void join_lines(struct buffer *xml)
{
    size_t length = 0;
    for (size_t i = 0; i < xml->length && xml->bytes[i] != '\0';) {
        char byte = xml->bytes[i++];
        bool is_indentation = byte == '\n' && length > 0 && xml->bytes[length - 1] == '>';
        size_t next = i;
        while (is_indentation && next < xml->length &&
               (xml->bytes[next] == ' ' || xml->bytes[next] == '\n'))
            next++;
        if (is_indentation && (xml->bytes[next] == '<' || xml->bytes[next] == '\0'))
            i = next;
        else
            xml->bytes[length++] = (unsigned char)byte < ' ' ? ' ' : byte;
    }
    xml->length = length;
}

bool evtx_library_render(struct evtx_library *library, size_t index, struct buffer *xml)
{
    libevtx_record_t *record = NULL;
    xml->length = 0;
    if (!memory_is_available(LIBRARY_BYTES) ||
        libevtx_file_get_record_by_index(library->file, (int)index, &record, NULL) != 1)
        return false;
    bool done = copy_xml(record, xml);
    libevtx_record_free(&record, NULL);
    if (!done)
        return false;
    join_lines(xml);
    return buffer_append_byte(xml, '\n', NULL);
}

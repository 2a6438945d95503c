#include "output/write/writer.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"

static void writer_start(struct writer *writer, const char *name)
{
    writer->descriptor = -1;
    writer->owns_descriptor = false;
    writer->memory = NULL;
    writer->name = name;
    writer->file = whole_file_none();
    writer->fault = (struct fault){0};
    writer->length = 0;
}

void writer_to_descriptor(struct writer *writer, int descriptor, const char *name)
{
    writer_start(writer, name);
    writer->descriptor = descriptor;
}

void writer_to_memory(struct writer *writer, struct buffer *memory)
{
    writer_start(writer, "memory");
    writer->memory = memory;
}

bool writer_to_file(struct writer *writer, const char *path, struct fault *fault)
{
    writer_start(writer, path);
    if (!whole_file_open(path, &writer->file, fault))
        return false;
    writer->descriptor = writer->file.descriptor;
    writer->owns_descriptor = writer->descriptor != STDOUT_FILENO;
    return true;
}

static void writer_fail(struct writer *writer, int error)
{
    if (error == EPIPE)
        fault_set(&writer->fault, FAULT_CLOSED, "%s was closed by its reader", writer->name);
    else
        fault_set(&writer->fault, FAULT_WRITE, "cannot write %s: %s", writer->name,
                  strerror(error));
}

/* The only call of write(2). Waits for an output that does not block. */
static void write_all(struct writer *writer, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(writer->descriptor, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written < 0 && errno == EAGAIN) {
            struct pollfd wanted = {.fd = writer->descriptor, .events = POLLOUT};
            poll(&wanted, 1, -1);
        } else if (written == 0 || errno != EINTR) {
            writer_fail(writer, written == 0 ? EIO : errno);
            return;
        }
    }
}

static void write_through(struct writer *writer, struct span text)
{
    if (writer->memory != NULL)
        buffer_append(writer->memory, text, &writer->fault);
    else
        write_all(writer, text.bytes, text.length);
}

void writer_flush(struct writer *writer)
{
    size_t length = writer->length;
    writer->length = 0;
    if (length > 0 && !writer_failed(writer))
        write_through(writer, (struct span){.bytes = writer->bytes, .length = length});
}

void writer_write(struct writer *writer, struct span text)
{
    if (text.length == 0 || writer_failed(writer))
        return;
    if (text.length > sizeof writer->bytes - writer->length)
        writer_flush(writer);
    if (writer_failed(writer))
        return;
    if (text.length > sizeof writer->bytes) {
        write_through(writer, text);
        return;
    }
    memcpy(writer->bytes + writer->length, text.bytes, text.length);
    writer->length += text.length;
}

void writer_text(struct writer *writer, const char *text)
{
    writer_write(writer, span_of(text));
}

void writer_byte(struct writer *writer, char byte)
{
    if (writer->length < sizeof writer->bytes) {
        writer->bytes[writer->length++] = byte;
        return;
    }
    writer_write(writer, (struct span){.bytes = &byte, .length = 1});
}

void writer_repeat(struct writer *writer, char byte, size_t count)
{
    while (count-- > 0)
        writer_byte(writer, byte);
}

void writer_number(struct writer *writer, uint64_t number)
{
    char digits[20];
    size_t start = sizeof digits;
    do {
        digits[--start] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    writer_write(writer, (struct span){.bytes = digits + start, .length = sizeof digits - start});
}

void writer_format(struct writer *writer, const char *format, ...)
{
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    writer_text(writer, text);
}

bool writer_failed(const struct writer *writer)
{
    return writer->fault.kind != FAULT_NONE;
}

/* Some file systems, such as NFS, report a full disk only when a descriptor is closed. The standard
 * output stays open, so a copy of it is closed instead. */
static void close_checked(struct writer *writer)
{
    if (writer->descriptor < 0)
        return;
    int closing = writer->owns_descriptor ? writer->descriptor : dup(writer->descriptor);
    if (closing >= 0 && close(closing) != 0 && errno != EINTR && !writer_failed(writer))
        writer_fail(writer, errno);
    writer->descriptor = -1;
}

bool writer_finish(struct writer *writer, struct fault *fault)
{
    bool is_whole_file = writer->file.folder >= 0;
    writer_flush(writer);
    if (is_whole_file && !writer_failed(writer))
        whole_file_sync(&writer->file, writer->name, &writer->fault);
    close_checked(writer);
    if (is_whole_file && !writer_failed(writer))
        whole_file_rename(&writer->file, writer->name, &writer->fault);
    bool done = !writer_failed(writer);
    if (!done)
        fault_set(fault, writer->fault.kind, "%s", writer->fault.text);
    writer_abandon(writer);
    return done;
}

void writer_abandon(struct writer *writer)
{
    if (writer->descriptor >= 0 && writer->owns_descriptor)
        close(writer->descriptor);
    writer->descriptor = -1;
    writer->length = 0;
    whole_file_release(&writer->file);
}

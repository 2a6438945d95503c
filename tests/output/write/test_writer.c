#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "output/write/writer.h"

static struct writer writer;

static void ignore_sigpipe(void)
{
    signal(SIGPIPE, SIG_IGN);
}

TestSuite(output_writer, .init = ignore_sigpipe);

Test(output_writer, what_is_written_to_memory_arrives_in_order)
{
    struct buffer memory = {0};
    writer_to_memory(&writer, &memory);
    writer_text(&writer, "one ");
    writer_format(&writer, "%d", 2);
    writer_repeat(&writer, '!', 3);
    cr_assert(writer_finish(&writer, NULL));
    cr_assert(eq(sz, memory.length, 8));
    cr_assert_arr_eq(memory.bytes, "one 2!!!", 8);
    buffer_release(&memory);
}

Test(output_writer, pieces_of_every_size_around_the_buffer_arrive_whole)
{
    enum { BYTES = 3 * WRITER_BUFFER_BYTES + 7 };
    static char source[BYTES];
    static const size_t pieces[] = {4093, WRITER_BUFFER_BYTES - 1, WRITER_BUFFER_BYTES,
                                    WRITER_BUFFER_BYTES + 1, BYTES};
    for (size_t i = 0; i < BYTES; i++)
        source[i] = (char)(i % 251);
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        struct buffer memory = {0};
        writer_to_memory(&writer, &memory);
        for (size_t at = 0; at < BYTES; at += pieces[i]) {
            size_t length = BYTES - at < pieces[i] ? BYTES - at : pieces[i];
            writer_write(&writer, (struct span){.bytes = source + at, .length = length});
        }
        cr_assert(writer_finish(&writer, NULL));
        cr_assert(memory.length == BYTES && memcmp(memory.bytes, source, BYTES) == 0);
        buffer_release(&memory);
    }
}

Test(output_writer, a_full_device_is_a_fault_that_names_the_output)
{
    struct fault fault = {0};
    int full = open("/dev/full", O_WRONLY);
    writer_to_descriptor(&writer, full, "standard output");
    writer_text(&writer, "text");
    cr_assert(not(writer_finish(&writer, &fault)));
    cr_assert(fault.kind == FAULT_WRITE);
    cr_assert(eq(str, fault.text, "cannot write standard output: No space left on device"));
    close(full);

    fault = (struct fault){0};
    cr_assert(writer_to_file(&writer, "/dev/full", &fault));
    writer_text(&writer, "text");
    cr_assert(not(writer_finish(&writer, &fault)));
    cr_assert(eq(str, fault.text, "cannot write /dev/full: No space left on device"));
}

Test(output_writer, a_reader_that_went_away_ends_quietly)
{
    int ends[2];
    struct fault fault = {0};
    cr_assert(pipe(ends) == 0);
    close(ends[0]);
    writer_to_descriptor(&writer, ends[1], "standard output");
    writer_text(&writer, "text");
    writer_flush(&writer);
    cr_assert(writer_failed(&writer));
    writer_text(&writer, "more");
    cr_assert(not(writer_finish(&writer, &fault)));
    cr_assert(fault.kind == FAULT_CLOSED);
    close(ends[1]);
}

static void *read_slowly(void *argument)
{
    int descriptor = *(int *)argument;
    static size_t total;
    char bytes[4096];
    for (ssize_t got; (got = read(descriptor, bytes, sizeof bytes)) > 0;)
        total += (size_t)got;
    return &total;
}

Test(output_writer, a_pipe_that_does_not_block_is_waited_for)
{
    enum { LINES = 200000 };
    int ends[2];
    struct fault fault = {0};
    pthread_t reader;
    cr_assert(pipe(ends) == 0);
    cr_assert(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0);
    pthread_create(&reader, NULL, read_slowly, &ends[0]);
    writer_to_descriptor(&writer, ends[1], "standard output");
    for (size_t i = 0; i < LINES; i++)
        writer_text(&writer, "a line\n");
    cr_assert(writer_finish(&writer, &fault), "%s", fault.text);
    close(ends[1]);
    void *total;
    pthread_join(reader, &total);
    cr_assert(eq(sz, *(size_t *)total, LINES * 7));
}

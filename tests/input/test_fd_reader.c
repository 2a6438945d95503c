#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#include "input/fd_reader.h"

/* Returns the problem of a file of 100 bytes that has `later_bytes` when its second half is read.
 */
static const char *problem_when(long later_bytes)
{
    static char problem[128];
    char bytes[50] = "";
    FILE *file = tmpfile();
    cr_assert(ftruncate(fileno(file), 100) == 0);
    struct fd_reader read = {.descriptor = fileno(file), .length = 100};
    struct byte_reader reader = fd_reader_start(&read);
    size_t total = reader.read(reader.context, bytes, sizeof bytes);
    cr_assert(eq(sz, total, 50));
    cr_assert(ftruncate(fileno(file), later_bytes) == 0);
    for (size_t got = 1; got > 0; total += got)
        got = reader.read(reader.context, bytes, sizeof bytes);
    cr_assert(eq(sz, total, (size_t)(later_bytes > 50 ? later_bytes : 50)));
    const char *sentence = reader.problem(reader.context);
    snprintf(problem, sizeof problem, "%s", sentence ? sentence : "");
    fclose(file);
    return problem;
}

Test(input_fd_reader, reports_a_file_that_became_shorter_and_reads_all_of_one_that_grew)
{
    static const char shorter[] = "the file became shorter while it was read";
    cr_assert(eq(str, (char *)problem_when(100), ""));
    cr_assert(eq(str, (char *)problem_when(730), ""));
    cr_assert(eq(str, (char *)problem_when(99), (char *)shorter));
    cr_assert(eq(str, (char *)problem_when(10), (char *)shorter));
    cr_assert(eq(str, (char *)problem_when(0), (char *)shorter));
}

/* Writes late, so that the reader finds nothing at first. */
static void *write_late(void *descriptor)
{
    const int *pipe_end = descriptor;
    usleep(20000);
    cr_assert(eq(sz, (size_t)write(*pipe_end, "late", 4), 4));
    close(*pipe_end);
    return NULL;
}

Test(input_fd_reader, waits_for_a_pipe_that_does_not_block)
{
    int ends[2];
    pthread_t writer;
    char bytes[8] = "";
    cr_assert(pipe(ends) == 0 && fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0);
    cr_assert(pthread_create(&writer, NULL, write_late, &ends[1]) == 0);
    struct fd_reader read = {.descriptor = ends[0]};
    struct byte_reader reader = fd_reader_start(&read);
    cr_assert(eq(sz, reader.read(reader.context, bytes, sizeof bytes - 1), 4));
    cr_assert(eq(str, bytes, "late"));
    cr_assert(eq(sz, reader.read(reader.context, bytes, sizeof bytes - 1), 0));
    cr_assert(eq(ptr, (void *)reader.problem(reader.context), NULL));
    pthread_join(writer, NULL);
    close(ends[0]);
}

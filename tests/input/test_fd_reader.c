#include <criterion/criterion.h>
#include <criterion/new/assert.h>
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

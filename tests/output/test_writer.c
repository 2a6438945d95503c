#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include "output/writer.h"

Test(output_writer, what_is_written_to_memory_arrives_in_order)
{
    struct buffer memory = {0};
    static struct writer writer;
    writer_to_memory(&writer, &memory);
    writer_text(&writer, "one ");
    writer_format(&writer, "%d", 2);
    struct fault fault = {0};
    cr_assert(writer_finish(&writer, &fault));
    cr_assert(eq(sz, memory.length, 5));
    cr_assert_arr_eq(memory.bytes, "one 2", 5);
    buffer_release(&memory);
}

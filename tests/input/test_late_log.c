#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "support/bundle.h"
#include "support/collected.h"

/* Notes of four megabytes, behind which the log begins, and notes only. */
Test(input_late_log, offers_a_log_block_by_block_until_it_is_taken)
{
    struct collected collected;
    struct buffer notes = {0};
    collected_init(&collected);
    collected.hides_lines = true;
    collected.taken_by = "begins";
    while (notes.length < 4 * 1000 * 1000)
        cr_assert(buffer_append(&notes, span_of("a note of the morning\n"), NULL));
    struct span only_notes = {notes.bytes, notes.length};
    struct buffer log = {0};
    cr_assert(buffer_append(&log, only_notes, NULL));
    cr_assert(buffer_append(&log, span_of("here it begins\n"), NULL));
    const struct bundle_member members[] = {
        {"a.txt", buffer_span(&log), NULL}, {"b.txt", only_notes, NULL}, {"c.txt", {"", 0}, NULL}};
    struct buffer bundle = bundle_make("ustar", "", members, 3);
    const char *path = bundle_write("late.tar", buffer_span(&bundle));
    struct fault fault = {0};
    cr_assert(collected_read(&collected, path, &fault));
    cr_assert(eq(str, (char *)collected_text(&collected),
                 "log a.txt after 178727 lines\nend\nleft b.txt\nskip c.txt empty \n"));
    buffer_release(&bundle);
    buffer_release(&log);
    buffer_release(&notes);
    collected_release(&collected);
}

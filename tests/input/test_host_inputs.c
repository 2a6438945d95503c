#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "input/host_inputs.h"

enum { MAX_INPUTS = 4 };

struct named_input {
    const char *path;
    const char *place;
};

static const struct named_input runs[][MAX_INPUTS] = {
    {{"SRV1/Temp/x.errlog", "SRV1/Temp/x.errlog"}, {"SRV2/Temp/x.errlog", "SRV2/Temp/x.errlog"}},
    {{"all/zeus/x.errlog", "all/zeus/x.errlog"}, {"./all/hera/x.errlog", "all/hera/x.errlog"}},
    {{"/srv/all/zeus/f17a.txt", "all/zeus/f17a.txt"}, {"/srv/all/hera/f2.txt", "all/hera/f2.txt"}},
    {{"\\\\SRV1\\c$\\Temp\\x", "SRV1\\c$\\Temp\\x"},
     {"\\\\SRV2\\c$\\Temp\\x", "SRV2\\c$\\Temp\\x"}},
    {{"D:\\zeus\\x", "D:\\zeus\\x"}, {"D:\\hera\\x", "D:\\hera\\x"}},
    {{"SRV1/Temp", "SRV1/Temp"}, {"SRV2/Temp/", "SRV2/Temp"}},
    {{"SRV1/list.txt", "SRV1/list.txt"}, {"SRV2/x.errlog", "SRV2/x.errlog"}},
    {{"zeus/x.errlog", "zeus/x.errlog"}, {"zeus/probe/x.errlog", "zeus/probe/x.errlog"}},
    {{"zeus/list.txt", "list.txt"}, {"hera/x.errlog", "x.errlog"}},
    {{"SRV1/x.errlog", "x.errlog"}, {"SRV1/list.txt", "list.txt"}},
    {{"/tmp/tmpAb12/list.txt", "list.txt"}, {"/tmp/tmpCd34/x.errlog", "x.errlog"}},
    {{"/home/user1/x.errlog", "x.errlog"}, {"/mnt/data2/x.errlog", "x.errlog"}},
    {{"/tmp/tmpAb12/text.txt", "text.txt"}},
    {{"SRV1/Temp/x.errlog", "x.errlog"}, {"/tmp/tmpAb12/x.errlog", "x.errlog"}},
    {{"collect/SRV1/", "SRV1"}},
};

Test(input_host_inputs, take_the_folders_around_files_that_were_named_one_by_one)
{
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        struct host_inputs inputs = {0};
        struct fault fault = {0};
        const struct named_input *input;
        for (input = runs[i]; input < runs[i] + MAX_INPUTS && input->path != NULL; input++)
            cr_assert(host_inputs_add(&inputs, span_of(input->path), &fault));
        for (input = runs[i]; input < runs[i] + MAX_INPUTS && input->path != NULL; input++) {
            struct span place = host_inputs_place(&inputs, span_of(input->path));
            char text[64];
            snprintf(text, sizeof text, "%.*s", (int)place.length, place.bytes);
            cr_expect(eq(str, text, (char *)input->place), "%s", input->path);
        }
        host_inputs_release(&inputs);
    }
}

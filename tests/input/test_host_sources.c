#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "input/host_sources.h"

enum { MAX_INPUTS = 4 };

struct named_input {
    const char *path;
    const char *log; /* "": the input itself */
    const char *host;
};

static const struct named_input runs[][MAX_INPUTS] = {
    {{"SRV1/Temp/x.errlog", "", "SRV1"}, {"SRV2/Temp/x.errlog", "", "SRV2"}},
    {{"SRV1/Temp", "x.errlog", "SRV1"}, {"SRV2/Temp", "x.errlog", "SRV2"}},
    {{"SRV1/Temp/x.errlog", "", "SRV1"}},
    {{"zeus/Temp/x.errlog", "", "zeus"}, {"hera/Temp/x.errlog", "", "hera"}},
    {{"zeus/x.errlog", "", ""}, {"zeus/old/x.errlog", "", ""}},
    {{"/srv/bundle/SRV1/x.errlog", "", "SRV1"}, {"/srv/bundle/SRV2/x.errlog", "", "SRV2"}},
    {{"/home/user2/SRV1/x.errlog", "", "SRV1"}, {"/home/user2/SRV2/Temp", "x.errlog", "SRV2"}},
    {{"/home/user2/logs/x.errlog", "", ""}},
    {{"/home/user2/logs", "x.errlog", ""}, {"/home/user2/Temp/", "x.errlog", ""}},
    {{"/srv/zeus/x.errlog", "", "zeus"}, {"/srv/hera/x.errlog", "", "hera"}},
    {{"x.errlog", "", ""}, {"./../x.errlog", "", ""}, {"/x.errlog", "", ""}},
    {{"utf16/x.errlog", "", ""}, {"../case12345/x.errlog", "", ""}},
    {{"", "x.errlog", ""}, {"/", "x.errlog", ""}},
};

Test(input_host_sources, tells_servers_by_the_folders_of_what_was_named)
{
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        struct host_sources sources = {0};
        struct fault fault = {0};
        const struct named_input *end = runs[i];
        while (end < runs[i] + MAX_INPUTS && end->path != NULL)
            host_sources_note_path(&sources, span_of((end++)->path));
        for (const struct named_input *input = runs[i]; input < end; input++)
            cr_assert(host_sources_note_log(&sources, span_of(input->path), input->log[0] == '\0',
                                            span_of("x.errlog"), &fault));
        for (const struct named_input *input = runs[i]; input < end; input++) {
            struct span host = host_sources_name(&sources, span_of(input->path),
                                                 input->log[0] == '\0', span_of("x.errlog"));
            char text[64];
            snprintf(text, sizeof text, "%.*s", (int)host.length, host.bytes ? host.bytes : "");
            cr_expect(eq(str, text, (char *)input->host), "%s", input->path);
        }
        host_sources_release(&sources);
    }
}

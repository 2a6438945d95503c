#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "input/host_name.h"
#include "support/guard.h"

static const struct {
    const char *place;
    const char *host;
} cases[] = {
    {"bundle.zip/N1.zip/CBENGINE_Error_Logs/CBEngineCurr.errlog", "N1"},
    {"bundle.zip/CBENGINE_Error_Logs/CBEngineCurr.errlog", "bundle"},
    {"N1.tar/CBENGINE_Error_Logs.zip/cbengine_error_logs/CBEngine3.errlog", "N1"},
    {"N1.tar.gz/Temp/x.errlog", "N1"},
    {"SRV_DPM_Error_Logs.zip/x.errlog", "SRV"},
    {"SRV_cbengine_error_logs/x.errlog", "SRV"},
    {"_DPM_Error_Logs.zip/x.errlog", ""},
    {"C:\\Program Files\\Microsoft Azure Recovery Services Agent\\Temp\\x.errlog", ""},
    {"D:/bundles/FS01/C/Program Files/MARS/Temp/x.errlog", "FS01"},
    {"FS01/C$/Windows/Temp/x.errlog", "FS01"},
    {"FS01/2020-07-21/x.errlog", "FS01"},
    {"FS01/Scratch/x.errlog", "FS01"},
    {"FS01_logs.tgz/x.errlog", "FS01"},
    {"x.errlog", ""},
    {"", ""},
    {"/x.errlog", ""},
    {"./../x.errlog", ""},
    {"-/x.errlog", ""},
    {"N1//Temp///x", "N1"},
    {"N1.ZIP/x", "N1"},
    {".zip/x", ""},
    {"../../N2/x", "N2"},
    {"N1.7z/WABDiag/x", "N1"},
    {"N3.tgz\\Logs\\x", "N3"},
};

Test(input_host_name, names_the_nearest_folder_that_no_collector_makes)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct guard guard = guard_copy(span_of(cases[i].place));
        struct span host = host_name_of_place((struct span){guard.bytes, guard.length});
        char text[64];
        snprintf(text, sizeof text, "%.*s", (int)host.length, host.bytes ? host.bytes : "");
        cr_assert(eq(str, text, (char *)cases[i].host), "%s", cases[i].place);
        guard_release(&guard);
    }
}

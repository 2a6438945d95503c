#define PCRE2_CODE_UNIT_WIDTH 8
#include "app/version.h"

#include <archive.h>
#include <hs.h>
#include <pcre2.h>
#include <stdio.h>
#include <string.h>

#include "app/sandbox.h"
#include "input/gzip_member.h"

static void print_sandbox(bool is_off)
{
    struct sandbox sandbox = sandbox_enter(&(struct sandbox_plan){.is_off = is_off});
    if (sandbox.reason != NULL)
        printf("sandbox: none (%s)\n", sandbox.reason);
    else if (sandbox.landlock_version > 0)
        printf("sandbox: %sLandlock %d\n",
               sandbox.filters_system_calls ? "seccomp, " : "no seccomp, ",
               sandbox.landlock_version);
    else
        printf("sandbox: %s, no Landlock\n",
               sandbox.filters_system_calls ? "seccomp" : "no seccomp");
}

void version_print(bool is_sandbox_off)
{
    PCRE2_UCHAR pcre2[64] = "";
    uint32_t has_jit = 0;
    pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
    pcre2_config(PCRE2_CONFIG_JIT, &has_jit);
    printf("marsift %s\nPCRE2 %s%s\nVectorscan %.*s%s\n%s\ngzip by %s\n", MARSIFT_VERSION,
           (const char *)pcre2, has_jit ? ", JIT" : "", (int)strcspn(hs_version(), " "),
           hs_version(), hs_valid_platform() == HS_SUCCESS ? "" : ", not usable on this processor",
           archive_version_details(), gzip_member_library());
    print_sandbox(is_sandbox_off);
}

#define PCRE2_CODE_UNIT_WIDTH 8
#include "cli/version.h"

#include <archive.h>
#include <expat.h>
#include <hs.h>
#include <libevtx.h>
#include <pcre2.h>
#include <string.h>

#include "cli/sandbox.h"
#include "input/archive/gzip_member.h"
#include "marsift/marsift.h"

static void write_sandbox(struct writer *writer, bool is_off)
{
    struct sandbox sandbox;
    struct fault fault; /* unused: sandbox.reason holds the reason */
    sandbox_enter(&(struct sandbox_plan){.is_off = is_off}, &sandbox, &fault);
    if (sandbox.reason != NULL)
        writer_format(writer, "sandbox: none (%s)\n", sandbox.reason);
    else if (sandbox.landlock_version > 0)
        writer_format(writer, "sandbox: %sLandlock %d\n",
                      sandbox.filters_system_calls ? "seccomp, " : "no seccomp, ",
                      sandbox.landlock_version);
    else
        writer_format(writer, "sandbox: %s, no Landlock\n",
                      sandbox.filters_system_calls ? "seccomp" : "no seccomp");
}

void version_write(struct writer *writer, bool is_sandbox_off)
{
    PCRE2_UCHAR pcre2[64] = "";
    uint32_t has_jit = 0;
    pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
    pcre2_config(PCRE2_CONFIG_JIT, &has_jit);
    writer_format(writer, "marsift %s\nPCRE2 %s%s\n", MARSIFT_VERSION, (const char *)pcre2,
                  has_jit ? ", JIT" : "");
    writer_format(writer, "Vectorscan %.*s%s\n", (int)strcspn(hs_version(), " "), hs_version(),
                  hs_valid_platform() == HS_SUCCESS ? "" : ", not usable on this processor");
    writer_format(writer, "%s\ngzip by %s\n", archive_version_details(), gzip_member_library());
    XML_Expat_Version expat = XML_ExpatVersionInfo();
    writer_format(writer, "libevtx %s, expat %d.%d.%d\n", libevtx_get_version(), expat.major,
                  expat.minor, expat.micro);
    write_sandbox(writer, is_sandbox_off);
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "verdict/failure_code.h"

Test(verdict_failure_code, finds_codes_and_not_arguments)
{
    static const struct {
        const char *text;
        uint32_t codes[3]; /* 0 after the last */
    } rows[] = {
        {"hr = 0x80070005", {0x80070005}},
        {"0x80042306 and 0X800423f4", {0x80042306, 0x800423F4}},
        {"0x80070005ab, x0x80070005, 0x00000000, 0x8007000", {0}},
        {"CreateFileW(\\\\?\\x,0x80000000,0x00000003,...). hr = 0x80070001", {0x80070001}},
        {"IVss::Query(0x80000001, 0x80000002) gave [0x80070002]", {0x80070002}},
        {"CreateFileW(a(b),0x80000000) 0x80070002", {0x80070002}},
        {"BackupRead(0x80070005)", {0x80070005}},
        {"ErrorCode(5, 0x80070005)", {0x80070005}},
        {"failed (5,0x80070005)", {0x80070005}},
        {"AccessMask: 0x80000000", {0}},
        {"C:\\dumps\\0x80070005.dmp, C:\\wer_0x80070005\\a.dmp 0x80070020", {0x80070020}},
        {"C:\\a\\b.docx-0x80070005", {0x80070005}},
        {"flags = [0xC0000001] at address 0x80001000", {0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = 0;
        uint32_t code = 0;
        size_t count = 0;
        while (failure_code_next(span_of(rows[i].text), &at, &code)) {
            cr_assert(lt(sz, count, 3), "%s", rows[i].text);
            cr_expect(eq(u32, code, rows[i].codes[count]), "%s", rows[i].text);
            count++;
        }
        cr_expect(count == 3 || rows[i].codes[count] == 0, "%s", rows[i].text);
    }
}

Test(verdict_failure_code, reads_the_code_behind_an_argument)
{
    struct span text = span_of("OpenFileW(x,0x80000000,3) 0x80070005");
    uint32_t code = 0;
    cr_expect(failure_code_read(text, span_slice(text, 12, 22), &code));
    cr_expect(eq(u32, code, 0x80070005));
    text = span_of("OpenFileW(x,0x80000000,3)");
    cr_expect(not(failure_code_read(text, span_slice(text, 12, 22), &code)));
    cr_expect(failure_code_read(text, span_of("112"), &code));
    cr_expect(eq(u32, code, 0x80070070));
}

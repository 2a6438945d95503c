#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "diagnosis/filling.h"

#define GUID "{0f7c1f34-0000-0000-0000-100000000000}"

Test(diagnosis_filling, the_volume_is_the_one_that_the_record_names)
{
    static const struct {
        const char *record, *volume;
    } cases[] = {
        {"Snapshot of volume E:\\ failed", "E:"},
        {"Snapshot of volume e: failed", "e:"},
        {"volume (F:)", "F:"},
        {"G:", "G:"},
        {"C:\\logs\\CBEngineCurr.errlog:12: snapshot of D: failed", "D:"},
        {"C:\\data\\a.doc could not be read", "C:"},
        {"ボリューム F: のスナップショット", "F:"},
        {"volume \\\\?\\Volume" GUID "\\ failed", "\\\\?\\Volume" GUID "\\"},
        {"volume \\\\?\\Volume" GUID " failed", "\\\\?\\Volume" GUID},
        {"volume \\\\?\\Volume{0f7c1f34;rm -rf 0000-0000-100000000000}", ""},
        {"Error: none at 13:16:29.206", ""},
        {"see https://example.org", ""},
        {"abC:\\x", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span volume = filling_volume(span_of(cases[i].record));
        cr_assert(span_equals(volume, span_of(cases[i].volume)), "'%s' gives '%.*s'",
                  cases[i].record, (int)volume.length, volume.bytes);
    }
}

Test(diagnosis_filling, every_place_is_filled_and_the_rest_stays)
{
    static const char *const texts[] = {"resize /On={volume} /For={volume} now", "nothing here",
                                        "{volume}"};
    struct arena arena = {0};
    struct fault fault = {0};
    const char *const *filled = filling_texts(texts, 3, span_of("volume D:"), &arena, &fault);
    cr_assert(eq(str, (char *)filled[0], "resize /On=D: /For=D: now"));
    cr_assert(eq(ptr, (void *)filled[1], (void *)texts[1]));
    cr_assert(eq(str, (char *)filled[2], "D:"));
    filled = filling_texts(texts, 3, (struct span){0}, &arena, &fault);
    cr_assert(eq(str, (char *)filled[0], "resize /On=X: /For=X: now"));
    arena_release(&arena);
}

/* Preloaded under valgrind: patterns are interpreted. Code that PCRE2 makes at run time reads whole
 * vectors around a text and drops what lies outside, which memcheck cannot tell from a mistake; it
 * gives such code no name either, so that no suppression would fit it and nothing else. marsift
 * does without JIT wherever it is refused, and that way is checked here as well. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

int pcre2_jit_compile(pcre2_code *code, uint32_t options)
{
    (void)code;
    (void)options;
    return PCRE2_ERROR_JIT_BADOPTION;
}

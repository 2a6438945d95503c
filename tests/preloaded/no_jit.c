/* Preloaded under valgrind, so that patterns are interpreted. Code that PCRE2 generates reads whole
 * vectors around a text and discards the bytes outside of it, which memcheck reports as errors. The
 * code has no symbol, so a suppression could not be limited to it. marsift interprets patterns
 * wherever JIT is refused, and so that path is tested as well. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

int pcre2_jit_compile(pcre2_code *code, uint32_t options)
{
    (void)code;
    (void)options;
    return PCRE2_ERROR_JIT_BADOPTION;
}

#include "support/shortcut_texts.h"

#include <string.h>

#include "base/hash.h"

#define PREFIX(pid, time, component, source, pointer, job, level)                                  \
    pid "\t0974\t08/04\t" time "\t" component "\t" source "\t" pointer "\t" job "\t\t" level "\t"
#define USUAL(level)                                                                               \
    PREFIX("0AB0", "13:16:29.206", "18", "mtffile.cpp(1372)", "[0000000053582120]",                \
           "11111111-2222-3333-4444-555555555555", level)
#define MACHINE(job, machine)                                                                      \
    "0AB0\t0974\t08/04\t13:16:29.206\t18\ta.cpp(1)\t\t" job "\t" machine "\tWARNING\tx"
#define HUNDRED                                                                                    \
    "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijj" \
    "jjjjjjjj"

const char *const shortcut_texts[] = {
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a (2)",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a(b)c)",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a))",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a )",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a) ",
    USUAL("WARNING") "Failed: Hr: = [0x8007000] BackupRead failed on file(D:\\a)",
    USUAL("WARNING") "Failed: Hr: = [0x800700055] BackupRead failed on file(D:\\a)",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] Backup-Read failed on file(D:\\a)",
    USUAL("WARNING") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a:stream)",
    USUAL("NORMAL") "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a)",
    USUAL("NORMALX") "x",
    USUAL("TRACE") "x",
    USUAL("") "x",
    USUAL("NORMAL"),
    USUAL("NORMAL") "Backup Progress: Prebackup started.",
    PREFIX("123456789", "13:16:29.206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.2060", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "3:16:29.206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:1:629.206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:2:.206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.20a", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29/206", "18", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "12345", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "1a", "a.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp()", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a(b).cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a b.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "ä.cpp(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", HUNDRED "(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", HUNDRED "k(1)", "", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp(1)", "[1234567]", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp(1)", "[12345678901234567]", "", "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp(1)", "", "11111111-2222-3333-4444-55555555555",
           "NORMAL") "x",
    PREFIX("0AB0", "13:16:29.206", "18", "a.cpp(1)", "", "11111111-2222-3333-44445555555555555",
           "NORMAL") "x",
    MACHINE("11111111-2222-3333-4444-555555555555", "5029f3ab-7d0c-2d3e-9a41-0b6f5c2e8d11"),
    MACHINE("", "5029f3ab-7d0c-2d3e-9a41-0b6f5c2e8d11"),
    MACHINE("", "a"),
    MACHINE("", "FILESV01"),
    MACHINE("11111111-2222-3333-4444-555555555555", HUNDRED),
    "0AB0\t0974\t08/04\t13:16:29.206\t18\ta.cpp(1)\t\t"
    "11111111-2222-3333-4444-555555555555\tNORMAL\tx",
    "0x80070005, C:\\a\\b,",
    "0x80070005, C:\\a\\b ",
    "0x80070005, C:\\a;",
    "0x80070005, C:\\a=",
    "0x80070005, C:\\",
    "0x80070005, C:\\a\\b:s",
    "0x80070005, C:\\it's x.docx",
    "0x80070005, C:\\it' x",
    "0x80070005, E:\\'\\",
    "0x8007000g, C:\\x",
    "0x800700055, C:\\x",
    "0x80070005,  C:\\x",
    "0x80070005\tC:\\x",
    "C:\\x\t0x80070005",
    "C:\\x=\t0x80070005",
    "C:\\x error\t0x80070005",
    "C:\\x \t0x80070005",
    "C:\\x\t0x80070005 ",
    "1:\\x\t0x80070005",
    "C:\\a 12345",
    "C:\\a 80070005",
    "C:\\a error 5",
    "C:\\a.docx OK",
    "C:\\a.docx Completed with warnings",
    "C:\\a.do-OK",
    "C:\\a.docx - OK",
    "C:\\a  OK",
    "C:\\a OK",
    "C:\\v1.2 final\\a.docx",
    "C:\\error.txt",
    "C:\\a.",
    "C:\\a - b.",
    "C:\\a： b",
    "C:\\a, Access is denied.",
    "C:\\a 0x5",
    "C:\\a/b",
    "C:\\a [x]",
    "C:\\C0000005",
    NULL,
};

uint64_t shortcut_texts_draw(uint64_t *state, uint64_t bound)
{
    *state = hash_mix(*state, 1);
    return *state % bound;
}

size_t shortcut_texts_mutate(char *text, size_t length, uint64_t *state)
{
    static const char *const insertions[] = {
        "\t",   " ",    "\t\t",   ":",     ", ",       "0x80070005",
        "\n",   "\\",   "(",      ")",     "]",        "[0x1FC07]",
        "x",    "7",    "NORMAL", "FATAL", "error ",   "(ID: 34513)",
        "\"",   "C:\\", "=",      "：",    "12345678", "Failed: Hr: = [",
        "ＩＤ", "あ",   "-",      ".",     "/",        "SalLowDiskSpace"};
    for (uint64_t edits = 1 + shortcut_texts_draw(state, 3); edits > 0 && length > 2; edits--) {
        size_t at = (size_t)shortcut_texts_draw(state, length);
        const char *insertion =
            insertions[shortcut_texts_draw(state, sizeof insertions / sizeof *insertions)];
        size_t removed = (size_t)shortcut_texts_draw(state, 4);
        removed = at + removed > length ? length - at : removed;
        if (length - removed + strlen(insertion) >= SHORTCUT_TEXT_BYTES - 1)
            break;
        memmove(text + at + strlen(insertion), text + at + removed, length - at - removed);
        memcpy(text + at, insertion, strlen(insertion));
        length += strlen(insertion) - removed;
    }
    text[length] = '\0';
    return length;
}

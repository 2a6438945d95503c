#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "input/encoding/chunker.h"
#include "support/guard.h"
#include "support/memory_reader.h"

struct outcome {
    struct buffer lines; /* each after "|", NUL-terminated */
    struct encoding encoding;
    struct decoding sum;
};

static void read_all(struct outcome *outcome, struct span bytes, const struct encoding *forced)
{
    static char space[CHUNK_BYTES];
    struct memory_reader memory = {.bytes = bytes};
    struct limits limits = limits_default();
    struct chunker chunker;
    struct decoder decoder = {0};
    struct raw_chunk chunk = {.bytes = space, .capacity = sizeof space};
    *outcome = (struct outcome){0};
    chunker_init(&chunker, memory_reader_open(&memory), forced);
    while (chunker_next(&chunker, &chunk, NULL)) {
        struct guard guard = guard_copy((struct span){chunk.bytes, chunk.length});
        struct raw_chunk guarded = chunk;
        guarded.bytes = guard.bytes;
        struct block block;
        struct decoding decoding;
        cr_assert(decoder_decode(&decoder, &guarded, &limits, &block, &decoding, NULL));
        outcome->sum.cut_lines += decoding.cut_lines;
        outcome->sum.repaired_lines += decoding.repaired_lines;
        for (size_t i = 0; i < block.line_count; i++) {
            struct span line = {block.text.bytes + block.lines[i].start, block.lines[i].length};
            buffer_append_byte(&outcome->lines, '|', NULL);
            buffer_append(&outcome->lines, line, NULL);
        }
        guard_release(&guard);
    }
    buffer_append_byte(&outcome->lines, '\0', NULL);
    outcome->encoding = chunker.encoding;
    decoder_release(&decoder);
    chunker_release(&chunker);
}

/* Returns `text` (UTF-8) in `encoding`, after `mark`. */
static void encode(struct buffer *out, const char *text, const char *encoding, struct span mark)
{
    iconv_t converter = iconv_open(encoding, "UTF-8");
    char *in = (char *)(uintptr_t)text;
    size_t left = strlen(text);
    out->length = 0;
    buffer_append(out, mark, NULL);
    buffer_reserve(out, left * 4, NULL);
    char *end = out->bytes + out->length;
    size_t room = out->capacity - out->length;
    cr_assert(iconv(converter, &in, &left, &end, &room) != (size_t)-1, "%s has no %s", encoding,
              in);
    out->length = (size_t)(end - out->bytes);
    iconv_close(converter);
}

static const struct {
    const char *encoding;
    struct span mark;
    const char *found;
} forms[] = {
    {"UTF-8", {"", 0}, "UTF-8"},
    {"UTF-8", {"\xEF\xBB\xBF", 3}, "UTF-8"},
    {"UTF-16LE", {"", 0}, "UTF-16LE"},
    {"UTF-16LE", {"\xFF\xFE", 2}, "UTF-16LE"},
    {"UTF-16BE", {"", 0}, "UTF-16BE"},
    {"UTF-16BE", {"\xFE\xFF", 2}, "UTF-16BE"},
    {"UTF-32LE", {"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    {"UTF-32BE", {"\0\0\xFE\xFF", 4}, "UTF-32BE"},
};

/* `code_page` NULL: in any, the text looks like another. */
static const struct {
    const char *text;
    const char *code_page;
} texts[] = {
    {"アクセスが拒否されました。\r\nファイルが見つかりません。\r\n", "CP932"},
    {"アクセスが拒否されました。\nD:\\データ\\予算表.xlsx\n", "CP932"},
    {"0AB0\t0974\t08/04\t13:16:29.206\tFailed on file(D:\\共有\\表.txt)\n", "CP932"},
    {"D:\\共有\\経理\\請求書.xlsx\n", "CP932"},
    {"ｱｸｾｽ ｶﾞ ｷｮﾋ ｻﾚﾏｼﾀ\n", "CP932"},
    {"E:\\ソフト\\能力表\\①.doc\n", "CP932"},
    {"D:\\a\\表.txt\n", "CP932"},
    {"D:\\Größe\\Übersicht für Müller.docx\r\nline\r\n", "CP1252"},
    {"D:\\Año\\Économie\\Café\\à la carte.doc\r\n", "CP1252"},
    {"C:\\Users\\René\\x.pst\n", "CP1252"},
    {"C:\\Été\\b.txt\n", "CP1252"},
    {"C:\\Zoë.txt\n", "CP1252"},
    {"l’économie – “don’t” – 50 €\n", "CP1252"},
    {"ÄÖÜ äöü ß\n", "CP1252"},
    {"Straße\n", "CP1252"},
    {"C:\\Åse\\smørrebrød\\blåbær\n", "CP1252"},
    {"Le fichier est utilisé par un autre processus.\nAccès refusé.\n", "CP1252"},
};

Test(input_encoding, reads_the_same_text_alike_in_every_encoding)
{
    struct buffer bytes = {0};
    struct outcome plain, other;
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        read_all(&plain, span_of(texts[t].text), NULL);
        for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
            encode(&bytes, texts[t].text, forms[f].encoding, forms[f].mark);
            read_all(&other, buffer_span(&bytes), NULL);
            cr_assert(eq(str, other.lines.bytes, plain.lines.bytes), "%s", forms[f].encoding);
            cr_assert(eq(str, other.encoding.name, (char *)forms[f].found), "%s", texts[t].text);
            cr_assert(eq(ulong, other.sum.repaired_lines, 0));
            buffer_release(&other.lines);
        }
        encode(&bytes, texts[t].text, texts[t].code_page, (struct span){"", 0});
        read_all(&other, buffer_span(&bytes), NULL);
        cr_assert(eq(str, other.encoding.name, (char *)texts[t].code_page), "%s", texts[t].text);
        cr_assert(eq(str, other.lines.bytes, plain.lines.bytes), "%s", texts[t].text);
        buffer_release(&other.lines);
        buffer_release(&plain.lines);
    }
    buffer_release(&bytes);
}

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const struct {
    const char *name;
    struct span bytes;
    const char *forced; /* NULL: detect */
    const char *encoding;
    const char *lines;
    uint64_t repaired_lines;
} cases[] = {
    {"ASCII stays undecided", BYTES("a\nb\n"), NULL, "ASCII", "|a|b", 0},
    {"bad bytes in a UTF-8 log are repaired and their lines counted once",
     BYTES("\xEF\xBB\xBF"
           "a\xFF\xFE\nb\nc\xC3\xA9\xE3\x81\n"),
     NULL, "UTF-8", "|a\xEF\xBF\xBD\xEF\xBF\xBD|b|c\xC3\xA9\xEF\xBF\xBD", 2},
    {"a torn character does not make a UTF-8 log another one",
     BYTES("caf\xC3\xA9 \xE3\x82\xA2\xE3\x82\n"), NULL, "UTF-8",
     "|caf\xC3\xA9 \xE3\x82\xA2\xEF\xBF\xBD", 1},
    {"lines of UTF-8 in a log of code page 1252",
     BYTES("Gr\xF6\xDF"
           "e\nGr\xC3\xB6\xC3\x9F"
           "e\n"),
     NULL, "CP1252",
     "|Gr\xC3\xB6\xC3\x9F"
     "e|Gr\xC3\xB6\xC3\x9F"
     "e",
     0},
    {"but not where the user has named the code page", BYTES("Gr\xC3\xB6\n"), "1252", "CP1252",
     "|Gr\xC3\x83\xC2\xB6", 0},
    {"lines of UTF-8 in a log of code page 932",
     BYTES("\x83\x41\x83\x4E\x83\x5A\x83\x58\n\xE3\x82\xA2\n"), NULL, "CP932",
     "|\xE3\x82\xA2\xE3\x82\xAF\xE3\x82\xBB\xE3\x82\xB9|\xE3\x82\xA2", 0},
    {"what code page 1252 leaves open", BYTES("\x81\x8D\x8F\x90\x9D\n"), "windows-1252", "CP1252",
     "|\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D", 0},
    {"what Windows adds to code page 932", BYTES("\x87\x40\xFA\x40\x81\x60\xED\x40\n"), "sjis",
     "CP932", "|\xE2\x91\xA0\xE2\x85\xB0\xEF\xBD\x9E\xE7\xBA\x8A", 0},
    {"half a character of code page 932", BYTES("a\x83\nb\x83\x5C\\\n"), "932", "CP932",
     "|a\xEF\xBF\xBD|b\xE3\x82\xBD\\", 1},
    {"lone surrogates",
     BYTES("\xFF\xFE"
           "a\0\0\xD8"
           "b\0\0\xDC\n\0\x3D\xD8\0\xDE\n\0"),
     NULL, "UTF-16LE",
     "|a\xEF\xBF\xBD"
     "b\xEF\xBF\xBD|\xF0\x9F\x98\x80",
     1},
    {"a high surrogate at the end", BYTES("\xFE\xFF\0a\xD8\0"), NULL, "UTF-16BE", "|a\xEF\xBF\xBD",
     1},
    {"Japanese in UTF-16 where only the line ends have NULs",
     BYTES("\xA2\x30\xAF\x30\xBB\x30\xB9\x30\r\0\n\0\x4C\x30\r\0\n\0"), NULL, "UTF-16LE",
     "|\xE3\x82\xA2\xE3\x82\xAF\xE3\x82\xBB\xE3\x82\xB9|\xE3\x81\x8C", 0},
    {"a lone NUL does not make a text UTF-16", BYTES("one line of text\0 and more\nline\n\n"), NULL,
     "ASCII", NULL, 0},
    {"a named encoding with a mark of its own", BYTES("\xFE\xFF\0a\0\n"), "utf-16", "UTF-16BE",
     "|a", 0},
    {"UTF-16 by name without a mark", BYTES("a\0\n\0"), "UTF16", "UTF-16LE", "|a", 0},
    {"any encoding that iconv knows", BYTES("\xCF\xF0\xE8\n"), "cp1251", "CP1251",
     "|\xD0\x9F\xD1\x80\xD0\xB8", 0},
    {"an encoding that shifts", BYTES("\x1B$B%\"\x1B(B\nb\n"), "iso-2022-jp", "ISO-2022-JP",
     "|\xE3\x82\xA2|b", 0},
    {"a code page by its number", BYTES("\x82\n"), "850", "CP850", "|\xC3\xA9", 0},
    {"an overlong form and a surrogate are no UTF-8", BYTES("\xEF\xBB\xBF\xC0\xAF\n\xED\xA0\x80\n"),
     NULL, "UTF-8", "|\xEF\xBF\xBD\xEF\xBF\xBD|\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 2},
};

Test(input_encoding, decodes_every_row_of_the_table)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct encoding forced;
        struct fault fault = {0};
        struct outcome outcome;
        bool is_forced = cases[i].forced != NULL;
        if (is_forced)
            cr_assert(encoding_by_name(cases[i].forced, &forced, &fault), "%s", fault.text);
        read_all(&outcome, cases[i].bytes, is_forced ? &forced : NULL);
        cr_assert(eq(str, outcome.encoding.name, (char *)cases[i].encoding), "%s", cases[i].name);
        if (cases[i].lines != NULL)
            cr_assert(eq(str, outcome.lines.bytes, (char *)cases[i].lines), "%s", cases[i].name);
        cr_assert(eq(ulong, outcome.sum.repaired_lines, cases[i].repaired_lines), "%s",
                  cases[i].name);
        buffer_release(&outcome.lines);
    }
}

Test(input_encoding, rejects_names_that_are_no_encoding)
{
    static const char *const names[] = {
        "klingon",   "",      "UTF-8//IGNORE",
        "EBCDIC-US", "99999", "a-very-long-name-of-no-encoding-at-all-for-sure"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct encoding encoding;
        struct fault fault = {0};
        cr_assert(not(encoding_by_name(names[i], &encoding, &fault)), "%s", names[i]);
        cr_assert(eq(int, fault.kind, FAULT_OPTION), "%s", names[i]);
    }
}

/* Runs every stage of decoding on random bytes that end at a guard page. */
Test(input_encoding, never_reads_past_a_chunk_and_always_gives_valid_UTF_8)
{
    static const char *const names[] = {"UTF-8",  "UTF-16LE", "UTF-16BE",   "CP932",
                                        "CP1252", "UTF-32",   "ISO-2022-JP"};
    uint32_t random = 12345;
    for (size_t round = 0; round < 4000; round++) {
        char noise[70];
        size_t length = round % sizeof noise;
        for (size_t i = 0; i < length; i++) {
            random = random * 1664525 + 1013904223;
            static const char likely[] = "\0\n\r\x83\x5C\xE3\x82\xA2\xD8\xDC\xFF"
                                         "a";
            noise[i] =
                random >> 30 ? likely[(random >> 16) % (sizeof likely - 1)] : (char)(random >> 16);
        }
        for (size_t n = 0; n <= sizeof names / sizeof *names; n++) {
            struct encoding forced;
            bool is_forced = n < sizeof names / sizeof *names;
            if (is_forced)
                cr_assert(encoding_by_name(names[n], &forced, NULL));
            struct outcome outcome;
            read_all(&outcome, (struct span){noise, length}, is_forced ? &forced : NULL);
            struct span text = buffer_span(&outcome.lines);
            cr_assert(eq(sz, utf8_valid_length(text), text.length), "%zu", n);
            buffer_release(&outcome.lines);
        }
    }
}

Test(input_encoding, cuts_a_long_line_between_characters)
{
    static const struct {
        const char *text;
        uint64_t max_line_bytes;
        const char *line;
    } rows[] = {
        {"abcdef\n", 6, "abcdef"},
        {"abcdefg\n", 6, "abcdef"},
        {"\xE3\x82\xA2\xE3\x82\xA2\n", 5, "\xE3\x82\xA2"},
        {"\xE3\x82\xA2\xE3\x82\xA2\n", 3, "\xE3\x82\xA2"},
        {"\xE3\x82\xA2\xE3\x82\xA2\n", 2, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct limits limits = limits_default();
        limits.max_line_bytes = rows[i].max_line_bytes;
        struct decoder decoder = {0};
        struct guard guard = guard_copy(span_of(rows[i].text));
        struct raw_chunk chunk = {.bytes = guard.bytes, .length = guard.length};
        chunk.encoding = encoding_of_head((struct span){"", 0});
        struct block block;
        struct decoding decoding;
        cr_assert(decoder_decode(&decoder, &chunk, &limits, &block, &decoding, NULL));
        cr_assert(eq(sz, block.line_count, 1));
        cr_assert(eq(sz, block.lines[0].length, strlen(rows[i].line)), "row %zu", i);
        cr_assert(eq(ulong, decoding.cut_lines, i != 0));
        decoder_release(&decoder);
        guard_release(&guard);
    }
}

#include "input/archive/content_type.h"

#include "base/count_of.h"
#include "base/little_endian.h"
#include "input/archive/gzip_stream.h"
#include "input/archive/mail_reader.h"
#include "input/archive/mbox_reader.h"
#include "input/encoding/encoding.h"

struct magic {
    struct span bytes;
    enum content_type content;
    const char *word;
};

#define MAGIC(text, content, word)                                                                 \
    {                                                                                              \
        {text, sizeof(text) - 1}, content, word                                                    \
    }

/* Formats that libarchive unpacks come first. Sources: the magic database of file(1), and
 * [MS-EVEN6] for event logs. */
static const struct magic magics[] = {
    MAGIC("\xFD"
          "7zXZ\0",
          CONTENT_XZ, "xz"),
    MAGIC("\x28\xB5\x2F\xFD", CONTENT_ZSTD, "zstd"),
    MAGIC("\x04\x22\x4D\x18", CONTENT_LZ4, "lz4"),
    MAGIC("\x02\x21\x4C\x18", CONTENT_LZ4, "lz4"),
    MAGIC("LZIP\1", CONTENT_LZIP, "lzip"),
    MAGIC("PK\3\4", CONTENT_ZIP, "zip"),
    MAGIC("PK\5\6", CONTENT_ZIP, "zip"),
    MAGIC("PK\7\10PK\3\4", CONTENT_ZIP, "zip"),
    MAGIC("PK00PK\3\4", CONTENT_ZIP, "zip"),
    MAGIC("7z\xBC\xAF\x27\x1C", CONTENT_7ZIP, "7z"),
    MAGIC("MSCF\0\0\0\0", CONTENT_CAB, "cab"),
    MAGIC("ElfFile\0", CONTENT_EVTX, "evtx"),
    MAGIC("\x30\0\0\0LfLe", CONTENT_OTHER, "evt"),
    MAGIC("\x89PNG\r\n\x1A\n", CONTENT_OTHER, "png"),
    MAGIC("\xFF\xD8\xFF", CONTENT_OTHER, "jpeg"),
    MAGIC("GIF87a", CONTENT_OTHER, "gif"),
    MAGIC("GIF89a", CONTENT_OTHER, "gif"),
    MAGIC("MDMP\x93\xA7", CONTENT_OTHER, "dump"),
    MAGIC("PAGEDUMP", CONTENT_OTHER, "dump"),
    MAGIC("PAGEDU64", CONTENT_OTHER, "dump"),
    MAGIC("%PDF-", CONTENT_OTHER, "pdf"),
    MAGIC("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", CONTENT_OTHER, "ole"),
    MAGIC("SQLite format 3\0", CONTENT_OTHER, "sqlite"),
    MAGIC("regf", CONTENT_OTHER, "registry"),
    MAGIC("\x7F"
          "ELF",
          CONTENT_OTHER, "elf"),
    MAGIC("Rar!\x1A\7", CONTENT_PACKED, "rar"),
    MAGIC("\x1F\x9D", CONTENT_PACKED, "compress"),
    MAGIC("\x1F\xA0", CONTENT_PACKED, "lzh"),
    MAGIC("]\0\0", CONTENT_PACKED, "lzma"),
    MAGIC("\x89LZO\0\r\n\x1A\n", CONTENT_PACKED, "lzop"),
    MAGIC("LRZI\0", CONTENT_PACKED, "lrzip"),
    MAGIC("xar!\0", CONTENT_PACKED, "xar"),
    MAGIC("MSWIM\0\0\0", CONTENT_PACKED, "wim"),
    MAGIC("vhdxfile", CONTENT_PACKED, "vhdx"),
    MAGIC("SZDD\x88\xF0\x27\x33", CONTENT_PACKED, "szdd"),
    MAGIC("\xFF\6\0\0sNaPpY", CONTENT_PACKED, "snappy"),
};

/* Letters that could begin a text as well: checked only after the head was found to be no text. */
static const struct magic weak_magics[] = {
    MAGIC("MZ", CONTENT_OTHER, "exe"),        MAGIC("BM", CONTENT_OTHER, "bmp"),
    MAGIC("BZh", CONTENT_BZIP2, "bzip2"),     MAGIC("RIFF", CONTENT_OTHER, "riff"),
    MAGIC("\x60\xEA", CONTENT_PACKED, "arj"),
};

static const struct magic *find_magic(const struct magic *list, size_t count, struct span head)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = list[i].bytes.length;
        if (head.length >= length && span_equals(span_slice(head, 0, length), list[i].bytes))
            return &list[i];
    }
    return NULL;
}

/* Returns what follows skippable frames, which zstd and lz4 have in common; `head` itself if that
 * is neither. */
static struct span after_skippable_frames(struct span head)
{
    enum { SKIPPABLE = 0x184D2A5, FRAME_HEADER_BYTES = 8, MAGIC_BYTES = 4 };
    size_t at = 0;
    while (at + FRAME_HEADER_BYTES <= head.length) {
        const unsigned char *frame = (const unsigned char *)head.bytes + at;
        uint32_t content_bytes = little_endian_32(frame + MAGIC_BYTES);
        if (little_endian_32(frame) >> 4 != SKIPPABLE ||
            content_bytes > head.length - at - FRAME_HEADER_BYTES)
            break;
        at += FRAME_HEADER_BYTES + content_bytes;
    }
    return span_slice(head, at, head.length);
}

/* Reads the octal number at the start of `field`, after blanks; -1 when there is none. */
static long octal_of(struct span field)
{
    long number = -1;
    for (size_t i = 0; i < field.length; i++) {
        char digit = field.bytes[i];
        if (digit >= '0' && digit <= '7')
            number = (number < 0 ? 0 : number) * 8 + (digit - '0');
        else if (digit != ' ' || number >= 0)
            break;
    }
    return number;
}

/* Verifies the header's checksum: the sum of its 512 bytes, with blanks for the checksum itself
 * (POSIX, pax interchange format). Old writers summed signed bytes. */
static bool is_tar(struct span head)
{
    enum { HEADER_BYTES = 512, SUM_AT = 148, SUM_BYTES = 8 };
    if (head.length < HEADER_BYTES)
        return false;
    long sum = 0;
    long signed_sum = 0;
    for (size_t i = 0; i < HEADER_BYTES; i++) {
        bool is_sum = i >= SUM_AT && i < SUM_AT + SUM_BYTES;
        sum += is_sum ? ' ' : (unsigned char)head.bytes[i];
        signed_sum += is_sum ? ' ' : (signed char)head.bytes[i];
    }
    long stated = octal_of(span_slice(head, SUM_AT, SUM_AT + SUM_BYTES));
    return stated == sum || stated == signed_sum;
}

/* True for "BZh", a block size, and the mark of a block or, in an empty stream, of the end: text
 * that a program added after a short stream does not make it a text. */
static bool is_bzip2(struct span head)
{
    static const struct span block = {"1AY&SY", 6};
    static const struct span end = {"\x17\x72\x45\x38\x50\x90", 6};
    if (head.length < 10 || !span_equals(span_slice(head, 0, 3), span_of("BZh")))
        return false;
    struct span mark = span_slice(head, 4, 10);
    return head.bytes[3] >= '1' && head.bytes[3] <= '9' &&
           (span_equals(mark, block) || span_equals(mark, end));
}

static bool is_unexpected_control(unsigned char byte)
{
    bool is_usual = byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f' || byte == 0x1B ||
                    byte == 0x1A || byte == '\b' || byte == '\v' || byte == '\a';
    return (byte < 0x20 && !is_usual) || byte == 0x7F;
}

enum { LOST_BLOCK_BYTES = 16, MAX_UNEXPECTED_SHARE = 16 };

/* Returns the length of the run of NULs at `at`. */
static size_t nul_run(struct span head, size_t at)
{
    size_t end = at;
    while (end < head.length && head.bytes[end] == '\0')
        end++;
    return end - at;
}

/* A log may contain a few control characters, and blocks of NULs where a disk lost what was
 * written; but when one in sixteen of its other bytes is unexpected, or hardly any are left, it is
 * no text.
 */
static bool is_text(struct span head)
{
    if (encoding_of_head(head).form != ENCODING_UNDECIDED)
        return true;
    size_t unexpected = 0;
    size_t examined = 0;
    for (size_t i = 0; i < head.length;) {
        size_t run = nul_run(head, i);
        if (run >= LOST_BLOCK_BYTES) {
            i += run;
            continue;
        }
        unexpected += is_unexpected_control((unsigned char)head.bytes[i++]);
        examined++;
    }
    return examined > 0 && examined * MAX_UNEXPECTED_SHARE >= head.length &&
           unexpected * MAX_UNEXPECTED_SHARE <= examined;
}

/* Returns CONTENT_UNKNOWN for what is neither a mail nor a mailbox. */
static enum content_type type_of_mail(struct span head, const char **word)
{
    bool has_parts = false;
    bool is_mailbox = mbox_reader_recognises(head);
    if (!is_mailbox && !mail_reader_recognises(head, &has_parts))
        return CONTENT_UNKNOWN;
    *word = is_mailbox ? "mbox" : "mail";
    return is_mailbox ? CONTENT_MBOX : (has_parts ? CONTENT_MAIL : CONTENT_BODY);
}

enum content_type content_type_of(struct span head, const char **word)
{
    const char *ignored;
    /* cppcheck-suppress uninitvar ; `ignored` is only written to */
    word = word ? word : &ignored;
    *word = "";
    if (head.length == 0)
        return CONTENT_EMPTY;
    if (gzip_stream_recognises(head)) {
        *word = "gzip";
        return CONTENT_GZIP;
    }
    struct span frames = after_skippable_frames(head);
    const struct magic *magic = find_magic(magics, COUNT_OF(magics), frames);
    if (magic != NULL && frames.length < head.length && magic->content != CONTENT_ZSTD &&
        magic->content != CONTENT_LZ4)
        magic = NULL;
    bool has_magic = magic != NULL;
    if (!has_magic && is_tar(head)) {
        *word = "tar";
        return CONTENT_TAR;
    }
    if (!has_magic && is_bzip2(head)) {
        *word = "bzip2";
        return CONTENT_BZIP2;
    }
    enum content_type mail = has_magic ? CONTENT_UNKNOWN : type_of_mail(head, word);
    if (mail != CONTENT_UNKNOWN)
        return mail;
    if (!has_magic && is_text(head))
        return CONTENT_TEXT;
    if (!has_magic)
        magic = find_magic(weak_magics, COUNT_OF(weak_magics), head);
    *word = magic ? magic->word : "binary";
    return magic ? magic->content : CONTENT_UNKNOWN;
}

bool content_type_is_single(enum content_type content)
{
    return content >= CONTENT_BODY && content <= CONTENT_LZIP;
}

bool content_type_is_archive(enum content_type content)
{
    return content >= CONTENT_ZIP && content <= CONTENT_MAIL;
}

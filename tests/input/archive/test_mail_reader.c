#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/count_of.h"
#include "input/archive/content_type.h"
#include "input/archive/mail_reader.h"
#include "input/archive/mbox_reader.h"
#include "support/guard.h"
#include "support/memory_reader.h"

enum { MAX_STEP = 80, MAX_TAKE = 7 };

typedef bool open_source(struct byte_reader packed, struct member_source *source,
                         struct fault *fault);

/* Reads the mail, so many bytes at a time, and writes "[name]bytes" for each part. */
static void read_mail(open_source *open, const char *text, size_t step, size_t take,
                      struct buffer *out)
{
    struct guard guard = guard_copy(span_of(text));
    struct memory_reader memory = {.bytes = {guard.bytes, guard.length}, .step = step};
    struct member_source mail;
    struct archive_member member;
    char bytes[MAX_TAKE];
    size_t got;
    cr_assert(open(memory_reader_open(&memory), &mail, NULL));
    out->length = 0;
    while (mail.next(mail.context, &member, NULL)) {
        struct byte_reader part = mail.bytes(mail.context);
        buffer_append_byte(out, '[', NULL);
        buffer_append(out, member.name, NULL);
        buffer_append_byte(out, ']', NULL);
        while ((got = part.read(part.context, bytes, take)) > 0)
            buffer_append(out, (struct span){bytes, got}, NULL);
    }
    if (mail.problem(mail.context) != NULL)
        buffer_append(out, span_of("!"), NULL);
    mail.close(mail.context);
    guard_release(&guard);
}

/* Expects the members, however the bytes come. */
static void expect_members(open_source *open, const char *text, const char *wanted)
{
    struct buffer out = {0};
    for (size_t step = 1; step <= MAX_STEP; step++) {
        read_mail(open, text, step, step % MAX_TAKE + 1, &out);
        cr_assert(span_equals(buffer_span(&out), span_of(wanted)), "step %zu: '%.*s', not '%s'",
                  step, (int)out.length, out.bytes, wanted);
    }
    buffer_release(&out);
}

static void expect(const char *mail, const char *wanted)
{
    expect_members(mail_reader_open, mail, wanted);
}

Test(input_mail_reader, decodes_the_body_behind_the_subject)
{
    expect("From: a\nContent-Transfer-Encoding: base64\n\nYWJj\nZGU=\n", "[]abcde");
    expect("From: a\r\nSubject: =?utf-8?B?YWI=?= =?utf-8?q?=C3=BC_x?= y\r\n"
           "Content-Transfer-Encoding: quoted-printable\r\n\r\na=3Db =\r\nc =zz\r\n",
           "[]Subject: ab\xC3\xBC x y\n\na=b c =zz\r\n");
    expect("Subject: a\nContent-Type: text/plain; charset=UTF-16\n"
           "Content-Transfer-Encoding: base64\n\nYWI=\n",
           "[]ab");
}

Test(input_mail_reader, gives_parts_in_parts_and_files_by_name)
{
    expect("Subject: s\nContent-Type: multipart/mixed; boundary=\"o u\"\n\npreamble\n--o u\n"
           "Content-Type: multipart/related;\n\tboundary=i\n\n--i\n\none\n--i-\n--i--\nbetween\n"
           "--o u\nContent-Disposition: attachment;\n filename*=utf-8''a%20b.txt\n"
           "Content-Transfer-Encoding: BASE64\n\nYg==\n\n--o u--  \nepilogue\n--o u\n\nno part\n",
           "[]Subject: s\n\none\n--i-\n[a b.txt]b");
}

/* What a file is called, as mail programs write it in a head of fields in any order. */
Test(input_mail_reader, decodes_the_names_of_files)
{
    static const struct {
        const char *fields;
        const char *name;
    } rows[] = {
        {"Content-Disposition: attachment; filename=\"a;b=c.txt\"", "a;b=c.txt"},
        {"Content-Disposition: attachment; filename*=UTF-8'ja'%E8%A8%98.txt; filename=x", "記.txt"},
        {"Content-Disposition: attachment; filename*0*=utf-8''%E8%A8;\n filename*1*=%98;\n"
         " filename*2=\"a%20b.txt\"",
         "記a%20b.txt"},
        {"Content-Disposition: attachment;\n filename*0=\"CBEngine\";\n filename*1=\"Curr.errlog\"",
         "CBEngineCurr.errlog"},
        {"Content-Disposition: attachment; filename*=shift_jis''%8B%4C.txt", "記.txt"},
        {"Content-Disposition: attachment; filename=\"=?iso-2022-jp?B?GyRCNS1PPxsoQg==?=.txt\"",
         "記録.txt"},
        {"Content-Type: text/plain;\n name=\"=?ISO-2022-JP?B?GyRCNS1PPxsoQg==?=\n"
         " =?utf-8?Q?_=C3=A4.txt?=\"",
         "記録 ä.txt"},
        {"Content-Type: text/plain; name=\"=?windows-1252?q?=FCb=5F.txt?=\"", "üb_.txt"},
        {"Content-Type: text/plain; name=\"=?koi8-r?q?=C6.txt?=\"", "=?koi8-r?q?=C6.txt?="},
        {"Content-Type: text/plain; name=\"=?utf-8?x?a?= =?utf-8?q?a\"",
         "=?utf-8?x?a?= =?utf-8?q?a"},
        {"Content-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename",
         "a.txt"},
        {"Content-Type: text/plain; name*0*=utf-8''%E8%A8; name*2=x", "\xE8\xA8"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char mail[512];
        char wanted[128];
        snprintf(mail, sizeof mail, "A: b\n%s\n\nx", rows[i].fields);
        snprintf(wanted, sizeof wanted, "[%s]x", rows[i].name);
        expect(mail, wanted);
    }
}

Test(input_mail_reader, reads_a_page_only_if_no_plain_text_says_the_same)
{
    static const char mail[] =
        "A: b\nContent-Type: multipart/alternative; boundary=x\n\n--x\n"
        "Content-Type: text/plain\n\n%s\n--x\nContent-Type: text/html\n\n<p>\n--x--\n";
    static const char text[] = "0123456789012345678901234567890123456789012345678901234567890123";
    char bytes[512];
    snprintf(bytes, sizeof bytes, mail, "short");
    expect(bytes, "[]short\n[]<p>\n");
    char wanted[128];
    snprintf(bytes, sizeof bytes, mail, text);
    snprintf(wanted, sizeof wanted, "[]%s\n", text);
    expect(bytes, wanted);
}

Test(input_mail_reader, reads_a_mail_that_is_torn_and_says_so)
{
    expect("A: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nab", "[]ab!");
    expect("A: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; "
           "boundary=y\n\n--y\n\nab\n--y--\n",
           "[]ab\n!");
    expect("A: b\nContent-Type: multipart/mixed; boundary=x\n", "!");
}

Test(input_mail_reader, reads_long_lines_in_pieces)
{
    enum { LENGTH = 200000 };
    static char mail[LENGTH + 256];
    struct buffer out = {0};
    strcpy(mail, "A: b\nContent-Transfer-Encoding: base64\n\n");
    size_t start = strlen(mail);
    memset(mail + start, 'A', LENGTH);
    read_mail(mail_reader_open, mail, 4096, MAX_TAKE, &out);
    cr_assert(eq(sz, out.length, LENGTH / 4 * 3 + 2));
    buffer_release(&out);
}

Test(input_mail_reader, recognises_mails_that_need_it)
{
    static const struct {
        const char *head;
        bool is_mail, has_parts;
    } rows[] = {
        {"A: b\nContent-Transfer-Encoding: base64\n\nx", true, false},
        {"From x Mon\nA: b\nContent-Type: multipart/mixed; boundary=b\n\n", true, true},
        {"A: b\nContent-Type: multipart/mixed;\n boundary=b\nContent-Ty", true, true},
        {"A: b\nContent-Type: text/plain\n\nContent-Transfer-Encoding: base64\n", false, false},
        {"Content-Transfer-Encoding: base64\n\nx", false, false},
        {"A: b\nno field\nContent-Transfer-Encoding: base64\n\n", false, false},
        {"A: b\nContent-Type: multipart/mixed\n\n", false, false},
        {"", false, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool has_parts = false;
        bool is_mail = mail_reader_recognises(span_of(rows[i].head), &has_parts);
        cr_assert(is_mail == rows[i].is_mail && has_parts == rows[i].has_parts, "%s", rows[i].head);
    }
}

/* Expects that the mail is recognised by its first bytes, and reads it. */
static void expect_recognised(const char *mail, bool is_recognised, bool has_parts)
{
    bool found = false;
    struct span head = span_slice(span_of(mail), 0, CONTENT_HEAD_BYTES);
    cr_assert(eq(int, mail_reader_recognises(head, &found), is_recognised));
    cr_assert(eq(int, is_recognised &&found, has_parts));
}

Test(input_mail_reader, reads_the_type_behind_many_fields_of_servers)
{
    enum { FIELDS = 400 };
    static char mail[64 * 1024];
    static const char *const names[] = {"Received", "Label"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        int length = 0;
        for (int field = 0; field < FIELDS; field++)
            length += snprintf(mail + length, sizeof mail - (size_t)length,
                               "%s: from host%d.contoso.example by another one\n\tsince then\n",
                               names[i], field);
        snprintf(mail + length, sizeof mail - (size_t)length,
                 "Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x--\n");
        expect_recognised(mail, i == 0, i == 0);
    }
    struct buffer out = {0};
    read_mail(mail_reader_open, mail, MAX_STEP, MAX_TAKE, &out);
    cr_assert(span_equals(buffer_span(&out), span_of("[]one\n")));
    buffer_release(&out);
}

/* Returns what the only part of the mail has, and whether it is damaged. */
static bool read_base64(const char *body, struct buffer *out)
{
    char mail[1024];
    snprintf(mail, sizeof mail, "A: b\nContent-Transfer-Encoding: base64\n\n%s", body);
    struct memory_reader memory = {.bytes = span_of(mail), .step = MAX_STEP};
    struct member_source source;
    struct archive_member member;
    char bytes[MAX_TAKE];
    size_t got;
    out->length = 0;
    cr_assert(mail_reader_open(memory_reader_open(&memory), &source, NULL));
    cr_assert(source.next(source.context, &member, NULL));
    struct byte_reader part = source.bytes(source.context);
    while ((got = part.read(part.context, bytes, sizeof bytes)) > 0)
        buffer_append(out, (struct span){bytes, got}, NULL);
    bool is_damaged = part.problem(part.context) != NULL;
    source.close(source.context);
    return is_damaged;
}

Test(input_mail_reader, loses_no_more_of_damaged_base64_than_a_line)
{
    static const struct {
        const char *body;
        const char *text; /* that it ends with */
        bool is_damaged;
    } cases[] = {
        {"YWJjZGVm\nZ2hpamts\nbW4=\n", "abcdefghijklmn", false},
        {"YWJjZGVm\r\nZ2hpamts\r\nbW4\r\n", "abcdefghijklmn", false}, /* not filled */
        {"  YWJjZGVm\n\n  Z2hpamts  \n", "abcdefghijkl", false},
        {"YWJjZG\nVmZ2hp\namtsbW\n4=\n", "abcdefghijklmn", false}, /* across lines */
        {"YWJjZGVm\nZ2hp*mts\nbW4=\n", "mn", true},
        {"YWJjZGVm\nZ2hpmts\nbW4=\n", "mn", true},
        {"YWJjZGV\nZ2hpamts\nb29vb29v\nbW4=\n", "ooooomn", true},
        {"YWJjZGVm\nnot a line\nZ2hpamts\n", "ghijkl", true},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        cr_assert(eq(int, read_base64(cases[i].body, &out), cases[i].is_damaged), "%s",
                  cases[i].body);
        cr_assert(span_ends_with_ignoring_case(buffer_span(&out), span_of(cases[i].text)),
                  "%s: '%.*s'", cases[i].body, (int)out.length, out.bytes);
    }
    buffer_release(&out);
}

#define MON "From a@contoso.example Mon May  6 23:04:01 2024\n"

Test(input_mbox_reader, gives_each_mail_with_its_lines_as_they_were)
{
    expect_members(mbox_reader_open,
                   MON "A: b\n\n>From here on\n>>From x\n> From y\nFrom now on Mon we\n\n"
                       "From - Tue May 07 01:00:00 2024\r\nC: d\r\n\r\nx\r\n",
                   "[mail 1]A: b\n\nFrom here on\n>From x\n> From y\nFrom now on Mon we\n\n"
                   "[mail 2]C: d\r\n\r\nx\r\n");
    expect_members(mbox_reader_open, MON MON "A: b", "[mail 1][mail 2]A: b");
    expect_members(mbox_reader_open, MON, "[mail 1]");
    expect_members(mbox_reader_open, "", "");
}

Test(input_mbox_reader, recognises_mailboxes)
{
    static const struct {
        const char *head;
        bool is_mailbox;
    } rows[] = {{MON "A: b\nC: d\n\nx", true},
                {"From 17@xxx Mon May 06 23:04:01 +0000 2024\r\nA: b\r\nC: d\r\n", true},
                {"From - Mon May  6 23:04 2024\nA: b\nC: d\nE", true},
                {MON "A: b\n\nx", false},
                {MON "no field\nC: d\n", false},
                {"From a Mon May  6 2024\nA: b\nC: d\n", false},
                {"From Monday May 6 on\nA: b\nC: d\n", false},
                {"from a Mon May  6 23:04:01 2024\nA: b\nC: d\n", false},
                {"From a Mon May  6 23:04:01 2024", false},
                {"A: b\nC: d\n", false},
                {"", false}};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        cr_assert(eq(int, mbox_reader_recognises(span_of(rows[i].head)), rows[i].is_mailbox), "%s",
                  rows[i].head);
}

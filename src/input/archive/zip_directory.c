#include "input/archive/zip_directory.h"

#include <string.h>

#include "base/memory.h"
#include "input/archive/archive_member.h"

enum {
    SIGNATURE_BYTES = 4,
    ENTRY_BYTES = 46,
    END_BYTES = 22,
    ZIP64_END_BYTES = 12,
    LOCATOR_BYTES = 20,
    DIGITAL_SIGNATURE_BYTES = 6,
    MOST_FIXED_BYTES = ENTRY_BYTES,
    MOST_TEXT_BYTES = UINT16_MAX,
    ZIP64_EXTRA = 1,
    /* Places in an entry. */
    PACKED_SIZE_AT = 20,
    SIZE_AT = 24,
    ATTRIBUTES_AT = 38,
    OFFSET_AT = 42
};

struct zip_seen_members {
    struct zip_seen_entry member;
    bool is_named; /* by the table */
};

struct zip_directory {
    struct zip_seen_members *members;
    size_t count;
    size_t capacity;
    bool is_found;
    unsigned char fixed[MOST_FIXED_BYTES]; /* the entry at hand */
    char name[MOST_TEXT_BYTES];
    unsigned char extra[MOST_TEXT_BYTES];
};

struct zip_directory *zip_directory_open(struct fault *fault)
{
    return memory_allocate(1, sizeof(struct zip_directory), fault);
}

void zip_directory_close(struct zip_directory *table)
{
    if (table == NULL)
        return;
    memory_free(table->members);
    memory_free(table);
}

bool zip_directory_note_member(struct zip_directory *table, const struct zip_seen_entry *member)
{
    void *members = table->members;
    if (!memory_reserve(&members, &table->capacity, table->count + 1, sizeof *table->members, NULL))
        return false;
    table->members = members;
    table->members[table->count++] = (struct zip_seen_members){.member = *member};
    return true;
}

static uint64_t number_at(const unsigned char *bytes, size_t length)
{
    uint64_t number = 0;
    for (size_t i = length; i > 0; i--)
        number = number << 8 | bytes[i - 1];
    return number;
}

/* Exactly `length` bytes; false when fewer are left. */
static bool take(struct byte_reader rest, void *bytes, size_t length)
{
    size_t done = 0;
    size_t got = 1;
    while (done < length && got > 0) {
        got = rest.read(rest.context, (char *)bytes + done, length - done);
        done += got;
    }
    return done == length;
}

static bool pass_over(struct byte_reader rest, uint64_t length)
{
    char passed[4096];
    for (; length > sizeof passed; length -= sizeof passed)
        if (!take(rest, passed, sizeof passed))
            return false;
    return take(rest, passed, (size_t)length);
}

static bool is_signature(const unsigned char *bytes, const char *signature)
{
    return memcmp(bytes, signature, SIGNATURE_BYTES) == 0;
}

static bool begins_table(const unsigned char *bytes)
{
    return is_signature(bytes, "PK\1\2") || is_signature(bytes, "PK\5\6") ||
           is_signature(bytes, "PK\6\6");
}

/* Sizes behind the last member's data may stand before the table. */
static bool find_table(struct zip_directory *table, struct byte_reader rest)
{
    unsigned char *bytes = table->fixed;
    bool is_there = take(rest, bytes, SIGNATURE_BYTES);
    while (is_there && !begins_table(bytes)) {
        memmove(bytes, bytes + 1, SIGNATURE_BYTES - 1);
        is_there = take(rest, bytes + SIGNATURE_BYTES - 1, 1);
    }
    return is_there;
}

/* The rest of the entry whose signature was taken. */
static bool take_entry(struct zip_directory *table, struct byte_reader rest, struct span *name)
{
    unsigned char *entry = table->fixed;
    if (!take(rest, entry + SIGNATURE_BYTES, ENTRY_BYTES - SIGNATURE_BYTES))
        return false;
    *name = (struct span){table->name, (size_t)number_at(entry + 28, 2)};
    return take(rest, table->name, name->length) &&
           take(rest, table->extra, (size_t)number_at(entry + 30, 2)) &&
           pass_over(rest, number_at(entry + 32, 2));
}

/* The number at `place` of the entry. One of all ones stands in its zip64 extra, behind those that
 * do as well. */
static uint64_t number_of_entry(const struct zip_directory *table, size_t place)
{
    static const size_t in_extra[] = {SIZE_AT, PACKED_SIZE_AT, OFFSET_AT};
    const unsigned char *entry = table->fixed;
    uint64_t number = number_at(entry + place, 4);
    if (number != UINT32_MAX)
        return number;
    size_t before = 0;
    for (size_t i = 0; in_extra[i] != place; i++)
        before += number_at(entry + in_extra[i], 4) == UINT32_MAX ? 8 : 0;
    size_t length = (size_t)number_at(entry + 30, 2);
    for (size_t at = 0; at + 4 <= length;) {
        size_t kind = (size_t)number_at(table->extra + at, 2);
        size_t size = (size_t)number_at(table->extra + at + 2, 2);
        at += 4;
        if (kind == ZIP64_EXTRA && before + 8 <= size && at + size <= length)
            return number_at(table->extra + at + before, 8);
        at += size;
    }
    return number;
}

/* The member whose header may begin at `offset`. */
static struct zip_seen_members *find_member(const struct zip_directory *table, uint64_t offset)
{
    size_t low = 0;
    size_t high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (table->members[middle].member.last < offset)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < table->count && table->members[low].member.first <= offset;
    return is_there ? &table->members[low] : NULL;
}

/* What stands behind the entries, up to the mark of the end. */
static bool pass_over_end(struct zip_directory *table, struct byte_reader rest)
{
    static const struct {
        const char *signature;
        size_t fixed_bytes;
        size_t size_at; /* 0: no more bytes follow */
        size_t size_bytes;
    } rows[] = {{"PK\6\6", ZIP64_END_BYTES, 4, 8},
                {"PK\6\7", LOCATOR_BYTES, 0, 0},
                {"PK\5\5", DIGITAL_SIGNATURE_BYTES, 4, 2},
                {"PK\5\6", END_BYTES, 20, 2}};
    unsigned char *bytes = table->fixed;
    bool is_known = true;
    while (is_known) {
        bool is_end = is_signature(bytes, "PK\5\6");
        is_known = false;
        for (size_t i = 0; !is_known && i < sizeof rows / sizeof *rows; i++) {
            if (!is_signature(bytes, rows[i].signature))
                continue;
            size_t left = rows[i].fixed_bytes - SIGNATURE_BYTES;
            is_known = take(rest, bytes + SIGNATURE_BYTES, left) &&
                       pass_over(rest, number_at(bytes + rows[i].size_at, rows[i].size_bytes));
        }
        if (is_end)
            return is_known;
        is_known = is_known && take(rest, bytes, SIGNATURE_BYTES);
    }
    return false;
}

static bool names_folder(const struct span name)
{
    char last = name.length > 0 ? name.bytes[name.length - 1] : '\0';
    return last == '/' || last == '\\';
}

/* Why the entry's kind is not read, or NULL. Only the table says that a member is a link. */
static const char *refusal_of_entry(const struct zip_directory *table)
{
    enum { HOST_AT = 5, UNIX = 3, MACOS = 19 };
    unsigned char host = table->fixed[HOST_AT];
    bool has_mode = host == UNIX || host == MACOS;
    uint64_t attributes = number_at(table->fixed + ATTRIBUTES_AT, 4);
    return has_mode ? archive_member_refusal_of_kind((mode_t)(attributes >> 16)) : NULL;
}

/* What the entry at hand says that was not met, or NULL. */
static const char *contradiction(struct zip_directory *table, struct span name)
{
    struct zip_seen_members *met = find_member(table, number_of_entry(table, OFFSET_AT));
    uint64_t size_bytes = number_of_entry(table, SIZE_AT);
    if (met == NULL)
        return "not read: the zip's table of contents names it where no member was met (damaged or "
               "overlapping)";
    if (met->is_named)
        return "not read: the zip's table of contents puts it in the place of another member "
               "(overlapping)";
    met->is_named = true;
    if (met->member.has_size && met->member.size_bytes != size_bytes)
        return "the zip's table of contents gives it another size (damaged)";
    if (names_folder(name) && size_bytes > 0)
        return "not read: it is called a folder and holds bytes";
    return met->member.is_plain_file ? refusal_of_entry(table) : NULL;
}

enum zip_directory_step zip_directory_next(struct zip_directory *table, struct byte_reader rest,
                                           struct span *name, const char **why)
{
    unsigned char *bytes = table->fixed;
    bool is_there = table->is_found ? take(rest, bytes, SIGNATURE_BYTES) : find_table(table, rest);
    table->is_found = true;
    while (is_there && is_signature(bytes, "PK\1\2")) {
        if (!take_entry(table, rest, name))
            return ZIP_DIRECTORY_DAMAGED;
        *why = contradiction(table, *name);
        if (*why != NULL)
            return ZIP_DIRECTORY_MISMATCH;
        is_there = take(rest, bytes, SIGNATURE_BYTES);
    }
    if (!is_there || !pass_over_end(table, rest))
        return ZIP_DIRECTORY_DAMAGED;
    return byte_reader_has_more_than_padding(rest) ? ZIP_DIRECTORY_FOLLOWED : ZIP_DIRECTORY_END;
}

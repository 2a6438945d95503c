#include "input/archive/zip_directory.h"

#include <assert.h>
#include <string.h>

#include "base/count_of.h"
#include "base/memory.h"
#include "input/archive/archive_member.h"

enum {
    SIGNATURE_BYTES = 4,
    ENTRY_BYTES = 46,
    END_BYTES = 22,
    ZIP64_END_BYTES = 12,
    LOCATOR_BYTES = 20,
    DIGITAL_SIGNATURE_BYTES = 6,
    MAX_FIXED_BYTES = ENTRY_BYTES,
    MAX_TEXT_BYTES = UINT16_MAX,
    ZIP64_EXTRA = 1,
    /* Offsets in an entry. */
    PACKED_SIZE_AT = 20,
    SIZE_AT = 24,
    ATTRIBUTES_AT = 38,
    OFFSET_AT = 42
};

/* A member that was read, and if the directory has named it. */
struct zip_checked_entry {
    struct zip_seen_entry entry;
    bool is_listed;
};

struct zip_directory {
    struct zip_checked_entry *entries;
    size_t count;
    size_t capacity;
    bool is_found;
    unsigned char fixed[MAX_FIXED_BYTES]; /* the current entry */
    char name[MAX_TEXT_BYTES];
    unsigned char extra[MAX_TEXT_BYTES];
};

struct zip_directory *zip_directory_open(struct fault *fault)
{
    return memory_allocate(1, sizeof(struct zip_directory), fault);
}

void zip_directory_close(struct zip_directory *directory)
{
    if (directory == NULL)
        return;
    memory_free(directory->entries);
    memory_free(directory);
}

bool zip_directory_note_entry(struct zip_directory *directory, const struct zip_seen_entry *entry)
{
    void *entries = directory->entries;
    if (!memory_reserve(&entries, &directory->capacity, directory->count + 1,
                        sizeof *directory->entries, NULL))
        return false;
    directory->entries = entries;
    directory->entries[directory->count++] = (struct zip_checked_entry){.entry = *entry};
    return true;
}

static_assert((int)END_BYTES <= MAX_FIXED_BYTES && (int)LOCATOR_BYTES <= MAX_FIXED_BYTES,
              "every record fits in `fixed`");

/* Reads a little-endian number. */
static uint64_t number_at(const unsigned char *bytes, size_t length)
{
    uint64_t number = 0;
    for (size_t i = length; i > 0; i--)
        number = number << 8 | bytes[i - 1];
    return number;
}

/* Reads exactly `length` bytes; false when fewer are left. */
static bool read_exactly(struct byte_reader rest, void *bytes, size_t length)
{
    size_t done = 0;
    size_t got = 1;
    while (done < length && got > 0) {
        got = rest.read(rest.context, (char *)bytes + done, length - done);
        done += got;
    }
    return done == length;
}

static bool skip_bytes(struct byte_reader rest, uint64_t length)
{
    char skipped[4096];
    for (; length > sizeof skipped; length -= sizeof skipped)
        if (!read_exactly(rest, skipped, sizeof skipped))
            return false;
    return read_exactly(rest, skipped, (size_t)length);
}

static bool is_signature(const unsigned char *bytes, const char *signature)
{
    return memcmp(bytes, signature, SIGNATURE_BYTES) == 0;
}

static bool begins_directory(const unsigned char *bytes)
{
    return is_signature(bytes, "PK\1\2") || is_signature(bytes, "PK\5\6") ||
           is_signature(bytes, "PK\6\6");
}

/* Finds the directory's start. The sizes of the last member may come first, after its data. */
static bool find_directory(struct zip_directory *directory, struct byte_reader rest)
{
    unsigned char *bytes = directory->fixed;
    bool is_there = read_exactly(rest, bytes, SIGNATURE_BYTES);
    while (is_there && !begins_directory(bytes)) {
        memmove(bytes, bytes + 1, SIGNATURE_BYTES - 1);
        is_there = read_exactly(rest, bytes + SIGNATURE_BYTES - 1, 1);
    }
    return is_there;
}

/* Reads the rest of an entry after its signature. */
static bool read_entry(struct zip_directory *directory, struct byte_reader rest, struct span *name)
{
    unsigned char *entry = directory->fixed;
    if (!read_exactly(rest, entry + SIGNATURE_BYTES, ENTRY_BYTES - SIGNATURE_BYTES))
        return false;
    *name = (struct span){directory->name, (size_t)number_at(entry + 28, 2)};
    return read_exactly(rest, directory->name, name->length) &&
           read_exactly(rest, directory->extra, (size_t)number_at(entry + 30, 2)) &&
           skip_bytes(rest, number_at(entry + 32, 2));
}

/* Returns the number at `place` of the current entry. All ones mean that it is in the zip64 extra
 * field, after the other numbers that are. */
static uint64_t number_of_entry(const struct zip_directory *directory, size_t place)
{
    static const size_t in_extra[] = {SIZE_AT, PACKED_SIZE_AT, OFFSET_AT};
    const unsigned char *entry = directory->fixed;
    uint64_t number = number_at(entry + place, 4);
    if (number != UINT32_MAX)
        return number;
    size_t before = 0;
    for (size_t i = 0; in_extra[i] != place; i++)
        before += number_at(entry + in_extra[i], 4) == UINT32_MAX ? 8 : 0;
    size_t length = (size_t)number_at(entry + 30, 2);
    for (size_t at = 0; at + 4 <= length;) {
        size_t kind = (size_t)number_at(directory->extra + at, 2);
        size_t size = (size_t)number_at(directory->extra + at + 2, 2);
        at += 4;
        if (kind == ZIP64_EXTRA && before + 8 <= size && at + size <= length)
            return number_at(directory->extra + at + before, 8);
        at += size;
    }
    return number;
}

/* Returns the member whose header may begin at `offset`, or NULL. */
static struct zip_checked_entry *find_entry(const struct zip_directory *directory, uint64_t offset)
{
    size_t low = 0;
    size_t high = directory->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (directory->entries[middle].entry.last < offset)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < directory->count && directory->entries[low].entry.first <= offset;
    return is_there ? &directory->entries[low] : NULL;
}

/* Skips the records after the entries, up to and including the end record. */
static bool skip_end_records(struct zip_directory *directory, struct byte_reader rest)
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
    unsigned char *bytes = directory->fixed;
    bool is_valid = true;
    while (is_valid) {
        bool is_end = is_signature(bytes, "PK\5\6");
        is_valid = false;
        for (size_t i = 0; !is_valid && i < COUNT_OF(rows); i++) {
            if (!is_signature(bytes, rows[i].signature))
                continue;
            size_t left = rows[i].fixed_bytes - SIGNATURE_BYTES;
            is_valid = read_exactly(rest, bytes + SIGNATURE_BYTES, left) &&
                       skip_bytes(rest, number_at(bytes + rows[i].size_at, rows[i].size_bytes));
        }
        if (is_end)
            return is_valid;
        is_valid = is_valid && read_exactly(rest, bytes, SIGNATURE_BYTES);
    }
    return false;
}

static bool is_folder_name(const struct span name)
{
    char last = name.length > 0 ? name.bytes[name.length - 1] : '\0';
    return last == '/' || last == '\\';
}

/* Returns why the entry's file type is not read, or NULL. Only the directory marks links. */
static const char *refusal_of_entry(const struct zip_directory *directory)
{
    enum { HOST_AT = 5, UNIX = 3, MACOS = 19 };
    unsigned char host = directory->fixed[HOST_AT];
    bool has_mode = host == UNIX || host == MACOS;
    uint64_t attributes = number_at(directory->fixed + ATTRIBUTES_AT, 4);
    return has_mode ? archive_member_refusal_of_kind((mode_t)(attributes >> 16)) : NULL;
}

/* Returns how the current entry differs from the member that was read, or NULL. */
static const char *mismatch_of(struct zip_directory *directory, struct span name)
{
    struct zip_checked_entry *seen = find_entry(directory, number_of_entry(directory, OFFSET_AT));
    uint64_t size_bytes = number_of_entry(directory, SIZE_AT);
    if (seen == NULL)
        return "not read: the zip's table of contents names it where no member was met (damaged or "
               "overlapping)";
    if (seen->is_listed)
        return "not read: the zip's table of contents puts it in the place of another member "
               "(overlapping)";
    seen->is_listed = true;
    if (seen->entry.has_size && seen->entry.size_bytes != size_bytes)
        return "the zip's table of contents gives it another size (damaged)";
    if (is_folder_name(name) && size_bytes > 0)
        return "not read: it is called a folder and holds bytes";
    return seen->entry.is_plain_file ? refusal_of_entry(directory) : NULL;
}

enum zip_directory_step zip_directory_next(struct zip_directory *directory, struct byte_reader rest,
                                           struct span *name, const char **why)
{
    unsigned char *bytes = directory->fixed;
    bool is_there = directory->is_found ? read_exactly(rest, bytes, SIGNATURE_BYTES)
                                        : find_directory(directory, rest);
    directory->is_found = true;
    while (is_there && is_signature(bytes, "PK\1\2")) {
        if (!read_entry(directory, rest, name))
            return ZIP_DIRECTORY_DAMAGED;
        *why = mismatch_of(directory, *name);
        if (*why != NULL)
            return ZIP_DIRECTORY_MISMATCH;
        is_there = read_exactly(rest, bytes, SIGNATURE_BYTES);
    }
    return is_there && skip_end_records(directory, rest) ? ZIP_DIRECTORY_END
                                                         : ZIP_DIRECTORY_DAMAGED;
}

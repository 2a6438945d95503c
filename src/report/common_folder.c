#include "report/common_folder.h"

#include "base/buffer.h"
#include "base/memory.h"

/* A folder whose names before `at` are those of the common folder so far. */
struct candidate {
    struct span path;
    size_t at;
    uint64_t files;
};

/* The candidates that are left, and the common folder so far. */
struct search {
    struct candidate *candidates;
    size_t count;
    uint64_t needed;
    struct buffer folder;
    struct fault *fault;
};

/* The name after `*at`, which moves to its end; empty after the last one. */
static struct span next_name(struct span path, size_t *at)
{
    while (*at < path.length && span_is_path_separator(path.bytes[*at]))
        ++*at;
    size_t start = *at;
    while (*at < path.length && !span_is_path_separator(path.bytes[*at]))
        ++*at;
    return span_slice(path, start, *at);
}

static const char share_prefix[] = "UNC\\"; /* of a share, behind the long prefix */

/* The volume at the start of the path, or its first name; `*at` moves behind it. */
static struct span volume_of(struct span path, size_t *at)
{
    static const char long_prefix[] = "\\\\?\\";
    bool is_long = span_starts_with_ignoring_case(path, span_of(long_prefix));
    size_t start = is_long ? sizeof long_prefix - 1 : 0;
    struct span rest = span_slice(path, start, path.length);
    bool is_share = is_long ? span_starts_with_ignoring_case(rest, span_of(share_prefix))
                            : path.length > 2 && span_is_path_separator(path.bytes[0]) &&
                                  span_is_path_separator(path.bytes[1]);
    *at = start;
    if (is_share) {
        *at += is_long ? sizeof share_prefix - 1 : 2;
        next_name(path, at);
    }
    struct span last = next_name(path, at);
    bool is_named =
        is_long && !is_share && (last.length == 0 || last.bytes[last.length - 1] != ':');
    return span_slice(path, is_named ? 0 : start, *at);
}

/* The name that the candidates are compared by: the volume of depth 0, else the one `skipped` names
 * further down. */
static struct span name_of(const struct candidate *candidate, bool is_volume, size_t skipped,
                           size_t *at)
{
    *at = candidate->at;
    if (is_volume)
        return volume_of(candidate->path, at);
    struct span name = next_name(candidate->path, at);
    return skipped > 0 ? next_name(candidate->path, at) : name;
}

/* The only name that more than half of the files can have: the majority vote of Boyer and Moore,
 * which needs no table. */
static struct span vote(const struct search *search, bool is_volume, size_t skipped)
{
    struct span leader = {0};
    uint64_t lead = 0;
    size_t at;
    for (size_t i = 0; i < search->count; i++) {
        const struct candidate *candidate = &search->candidates[i];
        struct span name = name_of(candidate, is_volume, skipped, &at);
        if (name.length == 0)
            continue;
        if (span_equals_ignoring_case(name, leader)) {
            lead += candidate->files;
        } else if (lead >= candidate->files) {
            lead -= candidate->files;
        } else {
            leader = name;
            lead = candidate->files - lead;
        }
    }
    return leader;
}

static uint64_t files_of(const struct search *search, struct span wanted, bool is_volume,
                         size_t skipped)
{
    uint64_t files = 0;
    size_t at;
    for (size_t i = 0; i < search->count; i++)
        if (span_equals_ignoring_case(name_of(&search->candidates[i], is_volume, skipped, &at),
                                      wanted))
            files += search->candidates[i].files;
    return files;
}

/* Keeps the candidates with the name, and moves behind it. */
static void narrow(struct search *search, struct span wanted, bool is_volume, size_t skipped)
{
    size_t kept = 0;
    size_t at;
    for (size_t i = 0; i < search->count; i++) {
        struct candidate candidate = search->candidates[i];
        if (!span_equals_ignoring_case(name_of(&candidate, is_volume, skipped, &at), wanted))
            continue;
        candidate.at = at;
        search->candidates[kept++] = candidate;
    }
    search->count = kept;
}

/* A share is shown as people write it. */
static bool append_name(struct search *search, struct span name, bool is_volume)
{
    bool is_long_share = is_volume && span_starts_with_ignoring_case(name, span_of(share_prefix));
    struct span shown =
        is_long_share ? span_slice(name, sizeof share_prefix - 1, name.length) : name;
    return (!is_long_share || buffer_append(&search->folder, span_of("\\\\"), search->fault)) &&
           buffer_append(&search->folder, shown, search->fault);
}

/* Goes down to a name that enough files have in common. `*found` is false if there is none. */
static bool descend(struct search *search, bool is_volume, size_t skipped, bool *found)
{
    struct span name = vote(search, is_volume, skipped);
    *found = name.length > 0 && files_of(search, name, is_volume, skipped) >= search->needed;
    if (!*found)
        return true;
    if (!is_volume &&
        !buffer_append(&search->folder, span_of(skipped > 0 ? "\\*\\" : "\\"), search->fault))
        return false;
    if (!append_name(search, name, is_volume))
        return false;
    narrow(search, name, is_volume, skipped);
    return true;
}

static bool find(struct search *search)
{
    bool found = false;
    if (!descend(search, /* is_volume= */ true, 0, &found))
        return false;
    while (found)
        if (!descend(search, /* is_volume= */ false, 0, &found) ||
            (!found && !descend(search, /* is_volume= */ false, 1, &found)))
            return false;
    return true;
}

/* True for "E:", "\\\\server\\share" and a name of Windows for a volume. */
static bool is_volume_name(struct span path)
{
    size_t at;
    struct span volume = volume_of(path, &at);
    bool is_rooted = volume.length > 1 && (volume.bytes[volume.length - 1] == ':' ||
                                           span_is_path_separator(volume.bytes[0]));
    return is_rooted && at == path.length;
}

struct span common_folder_volume(struct span path)
{
    size_t at;
    struct span volume = volume_of(path, &at);
    bool is_long_share = span_starts_with_ignoring_case(volume, span_of(share_prefix));
    size_t start = is_long_share ? sizeof share_prefix - 1 : 0;
    while (start < volume.length && span_is_path_separator(volume.bytes[start]))
        start++;
    return span_slice(volume, start, volume.length);
}

bool common_folder_contains(struct span folder, struct span path)
{
    size_t at = 0;
    size_t path_at = 0;
    volume_of(folder, &at);
    volume_of(path, &path_at);
    if (!span_equals_ignoring_case(common_folder_volume(folder), common_folder_volume(path)))
        return false;
    for (struct span name; (name = next_name(folder, &at)).length > 0;) {
        struct span other = next_name(path, &path_at);
        if (other.length == 0 ||
            (!span_equals(name, span_of("*")) && !span_equals_ignoring_case(name, other)))
            return false;
    }
    return next_name(path, &path_at).length > 0;
}

bool common_folder_find(const struct report_folder *folders, size_t count, uint64_t needed,
                        struct arena *arena, struct report_folder *found, struct fault *fault)
{
    struct search search = {.count = count, .needed = needed, .fault = fault};
    *found = (struct report_folder){0};
    search.candidates = memory_allocate(count, sizeof *search.candidates, fault);
    if (search.candidates == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        search.candidates[i] =
            (struct candidate){.path = folders[i].path, .files = folders[i].files};
    bool done = find(&search);
    if (done && search.folder.length > 0) {
        for (size_t i = 0; i < search.count; i++)
            found->files += search.candidates[i].files;
        found->path = arena_copy(arena, buffer_span(&search.folder), fault);
        found->is_volume = is_volume_name(buffer_span(&search.folder));
        done = found->path.bytes != NULL;
    }
    memory_free(search.candidates);
    buffer_release(&search.folder);
    return done;
}

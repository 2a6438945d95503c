#include "input/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "input/display_name.h"
#include "input/file.h"

/* One folder on the path to the current entry, with its entries. */
struct folder_level {
    struct arena names;
    struct span *entries; /* sorted; NUL-terminated texts in `names` */
    size_t entry_count;
    size_t entry_capacity;
    size_t next;        /* index of the entry to read next */
    size_t path_length; /* of this folder's own path */
};

struct folder {
    struct source_state *state;
    struct folder_level *levels;
    size_t level_count;
    size_t level_capacity;
    size_t root_length;   /* of the path that the user named, its slash included */
    struct buffer path;   /* of the current entry, NUL-terminated */
    struct buffer member; /* its display name below the root, NUL-terminated */
};

static int compare_entries(const void *left, const void *right)
{
    const struct span *a = left;
    const struct span *b = right;
    return span_compare(*a, *b);
}

static void release_level(struct folder_level *level)
{
    arena_release(&level->names);
    memory_free(level->entries);
    *level = (struct folder_level){0};
}

static bool add_entry(struct folder_level *level, const char *name, struct fault *fault)
{
    void *entries = level->entries;
    if (!memory_reserve(&entries, &level->entry_capacity, level->entry_count + 1,
                        sizeof *level->entries, fault))
        return false;
    level->entries = entries;
    struct span copy = arena_copy(&level->names, span_of(name), fault);
    level->entries[level->entry_count] = copy;
    level->entry_count += copy.bytes != NULL;
    return copy.bytes != NULL;
}

static void report_errno(const struct folder *folder, const char *what, int reason)
{
    source_state_system_problem(folder->state, folder->member.bytes, what, reason);
}

/* Lists a folder into `level`, and stops after one entry more than members are allowed. */
static bool list_entries(struct folder *folder, DIR *directory, struct folder_level *level,
                         struct fault *fault)
{
    uint64_t most = folder->state->options->limits->max_members;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(directory);
        if (entry == NULL)
            break;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (!add_entry(level, entry->d_name, fault))
            return false;
        if (level->entry_count > most)
            break;
    }
    if (errno != 0)
        report_errno(folder, "cannot read folder", errno);
    if (level->entry_count > 1)
        qsort(level->entries, level->entry_count, sizeof *level->entries, compare_entries);
    return true;
}

/* Opens the folder at the current path as a new level. Only the root, which the user named, may be
 * a link. */
static bool open_level(struct folder *folder, struct fault *fault)
{
    bool is_root = folder->level_count == 0;
    if (folder->level_count > folder->state->options->limits->max_folder_depth) {
        source_state_limit(folder->state, LIMIT_max_folder_depth, folder->member.bytes);
        return true;
    }
    int descriptor =
        open(folder->path.bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (is_root ? 0 : O_NOFOLLOW));
    DIR *directory = descriptor >= 0 ? fdopendir(descriptor) : NULL;
    if (directory == NULL) {
        report_errno(folder, "cannot open folder", errno);
        if (descriptor >= 0)
            close(descriptor);
        return true;
    }
    void *levels = folder->levels;
    bool done = memory_reserve(&levels, &folder->level_capacity, folder->level_count + 1,
                               sizeof *folder->levels, fault);
    if (done) {
        folder->levels = levels;
        struct folder_level *level = &folder->levels[folder->level_count++];
        *level = (struct folder_level){.path_length = folder->path.length};
        done = list_entries(folder, directory, level, fault);
    }
    closedir(directory);
    return done;
}

static bool read_regular(struct folder *folder, struct fault *fault)
{
    /* Without blocking and without following links: since lstat the entry may have been replaced by
     * a pipe or a link. */
    int descriptor = open(folder->path.bytes, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) {
        report_errno(folder, "cannot open", errno);
        return true;
    }
    struct span member = {folder->member.bytes, folder->member.length};
    bool done = file_read(folder->state, descriptor, member, /* named_directly= */ false, fault);
    close(descriptor);
    return done;
}

static bool is_own_output(const struct folder *folder, const struct stat *status)
{
    const struct stat *own = folder->state->options->own_output;
    return own != NULL && own->st_dev == status->st_dev && own->st_ino == status->st_ino;
}

static const char *word_of_special(mode_t mode)
{
    if (S_ISFIFO(mode))
        return "pipe";
    return S_ISSOCK(mode) ? "socket" : "device";
}

/* Sets the path and display name of the next entry of `level`. */
static bool name_entry(struct folder *folder, struct folder_level *level, struct fault *fault)
{
    struct span name = level->entries[level->next++];
    struct buffer *path = &folder->path;
    path->length = level->path_length;
    if (path->length > 0 && path->bytes[path->length - 1] != '/' &&
        !buffer_append_byte(path, '/', fault))
        return false;
    if (!buffer_append(path, name, fault) || !buffer_append_byte(path, '\0', fault))
        return false;
    path->length--;
    struct span below = span_slice(buffer_span(path), folder->root_length, path->length);
    folder->member.length = 0;
    if (!display_name_append(below, &folder->member, fault) ||
        !buffer_append_byte(&folder->member, '\0', fault))
        return false;
    folder->member.length--;
    return true;
}

static bool read_entry(struct folder *folder, struct folder_level *level, struct fault *fault)
{
    struct stat status;
    if (!name_entry(folder, level, fault))
        return false;
    const char *member = folder->member.bytes;
    if (lstat(folder->path.bytes, &status) != 0) {
        report_errno(folder, "cannot open", errno);
        return true;
    }
    if (S_ISDIR(status.st_mode))
        return open_level(folder, fault);
    if (is_own_output(folder, &status) || !source_state_count_member(folder->state, member))
        return true;
    if (S_ISREG(status.st_mode))
        return read_regular(folder, fault);
    if (S_ISLNK(status.st_mode))
        source_state_skip(folder->state, member, SKIP_LINK, "");
    else
        source_state_skip(folder->state, member, SKIP_SPECIAL, word_of_special(status.st_mode));
    return true;
}

static bool walk_folder(struct folder *folder, struct fault *fault)
{
    if (!open_level(folder, fault))
        return false;
    while (folder->level_count > 0 && !folder->state->has_too_many_members) {
        struct folder_level *level = &folder->levels[folder->level_count - 1];
        if (level->next < level->entry_count) {
            if (!read_entry(folder, level, fault))
                return false;
        } else {
            release_level(level);
            folder->level_count--;
        }
    }
    return true;
}

bool folder_read(struct source_state *state, const char *path, struct fault *fault)
{
    struct folder folder = {.state = state};
    struct span root = span_of(path);
    bool has_slash = root.length > 0 && path[root.length - 1] == '/';
    folder.root_length = root.length + !has_slash;
    bool done = buffer_append(&folder.path, root, fault) &&
                buffer_append_byte(&folder.path, '\0', fault) &&
                buffer_append_byte(&folder.member, '\0', fault);
    if (done) {
        folder.path.length = root.length;
        folder.member.length = 0;
        done = walk_folder(&folder, fault);
    }
    while (folder.level_count > 0)
        release_level(&folder.levels[--folder.level_count]);
    memory_free(folder.levels);
    buffer_release(&folder.path);
    buffer_release(&folder.member);
    return done;
}

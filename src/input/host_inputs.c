#include "input/host_inputs.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "input/display_name.h"
#include "input/host_log_name.h"
#include "input/host_rank.h"
#include "input/host_walk.h"

/* True for a path from the root or from a drive. */
static bool is_absolute(struct span path)
{
    return path.length > 0 &&
           (span_is_path_separator(path.bytes[0]) ||
            (path.length > 1 && path.bytes[1] == ':' && ascii_is_letter(path.bytes[0])));
}

/* The path without "./" before and separators after it. */
static struct span trim(struct span path)
{
    size_t start = 0;
    while (start + 1 < path.length && path.bytes[start] == '.' &&
           span_is_path_separator(path.bytes[start + 1]))
        start += 2;
    while (path.length > start && span_is_path_separator(path.bytes[path.length - 1]))
        path.length--;
    return span_slice(path, start, path.length);
}

static bool ends_component(struct span path, size_t at)
{
    return at == path.length || span_is_path_separator(path.bytes[at]);
}

/* Returns the length of what `a` and `b` have in common, in whole components. */
static size_t common_length(struct span a, struct span b)
{
    size_t common = 0;
    for (size_t i = 0; i <= a.length && i <= b.length; i++) {
        if (ends_component(a, i) && ends_component(b, i))
            common = i;
        if (i == a.length || i == b.length || a.bytes[i] != b.bytes[i])
            break;
    }
    return common;
}

/* The nearest of the folders whose name is likely a server's; empty if there is none. */
static struct span likely_host(struct span folders)
{
    struct span host = {0};
    while (folders.length > 0)
        if (host_rank_of_folder(host_walk_pop(&folders), &host) == HOST_RANK_LIKELY)
            return host;
    return (struct span){0};
}

static void note_likely(struct input_tree *tree, struct span folders)
{
    struct span host = likely_host(folders);
    uint64_t key = hash_span(host, 0) | 1;
    if (host.length == 0)
        return;
    tree->has_servers |= tree->likely != 0 && tree->likely != key;
    tree->likely = key;
}

static bool note_name(struct host_inputs *inputs, struct input_tree *tree, struct span name,
                      struct span folders, struct fault *fault)
{
    bool is_new = false;
    uint64_t tree_key = tree == &inputs->absolute;
    inputs->names.item_bytes = sizeof(uint64_t);
    uint64_t *first =
        hash_array_add(&inputs->names, host_log_name_key(name, tree_key), &is_new, fault);
    if (first == NULL)
        return false;
    if (is_new)
        *first = hash_span(folders, 0);
    tree->has_servers |= *first != hash_span(folders, 0);
    return true;
}

bool host_inputs_add(struct host_inputs *inputs, struct span path, struct fault *fault)
{
    bool from_root = is_absolute(path);
    struct input_tree *tree = from_root ? &inputs->absolute : &inputs->relative;
    struct span folders = trim(path);
    struct span name = host_walk_pop(&folders);
    if (!tree->has_inputs)
        tree->common = folders;
    tree->has_inputs = true;
    tree->common.length = common_length(tree->common, folders);
    if (!from_root)
        note_likely(tree, folders);
    return note_name(inputs, tree, name, folders, fault);
}

struct span host_inputs_place(const struct host_inputs *inputs, struct span path)
{
    bool from_root = is_absolute(path);
    struct input_tree tree = {0};
    if (inputs != NULL)
        tree = from_root ? inputs->absolute : inputs->relative;
    struct span around = tree.common;
    struct span whole = trim(path);
    bool is_in_tree = tree.has_servers && (around.length > 0 || !from_root) &&
                      around.length <= whole.length &&
                      span_equals(span_slice(whole, 0, around.length), around);
    if (!is_in_tree)
        return display_name_last_part(path, /* has_backslashes= */ false);
    host_walk_pop(&around);
    size_t start = around.length;
    while (start < whole.length && span_is_path_separator(whole.bytes[start]))
        start++;
    return span_slice(whole, start, whole.length);
}

void host_inputs_release(struct host_inputs *inputs)
{
    hash_array_release(&inputs->names);
}

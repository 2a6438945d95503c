#include "input/container_walk.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "input/archive/content_type.h"
#include "input/display_name.h"
#include "input/log_reader.h"
#include "input/stream_layer.h"

struct container_walk {
    struct source_state *reading;
    const struct walk_start *start;
    struct stream_layer **layers; /* the file at the bottom, the innermost layer last */
    size_t layer_count;
    size_t layer_capacity;
    struct buffer member;     /* the current place below the source, NUL-terminated */
    struct datetime modified; /* of the member at that place */
};

static struct stream_layer *top_of(const struct container_walk *nest)
{
    return nest->layers[nest->layer_count - 1];
}

static const char *member_of(const struct container_walk *nest)
{
    return nest->member.bytes;
}

/* Makes `part` (raw bytes) the end of the member's name, behind its first `kept_length` bytes. */
static bool name_member(struct container_walk *nest, size_t kept_length, struct span part,
                        struct fault *fault)
{
    struct buffer *member = &nest->member;
    member->length = kept_length;
    if (kept_length > 0 && part.length > 0 && !buffer_append_byte(member, '/', fault))
        return false;
    if (!display_name_append(part, member, fault) || !buffer_append_byte(member, '\0', fault))
        return false;
    member->length--;
    return true;
}

static bool push(struct container_walk *nest, struct stream_layer *layer, struct fault *fault)
{
    void *layers = nest->layers;
    bool done = layer != NULL && memory_reserve(&layers, &nest->layer_capacity,
                                                nest->layer_count + 1, sizeof layer, fault);
    if (!done) {
        stream_layer_close(layer);
        return false;
    }
    nest->layers = layers;
    layer->member_length = nest->member.length;
    nest->layers[nest->layer_count++] = layer;
    return true;
}

static void pop(struct container_walk *nest)
{
    stream_layer_close(top_of(nest));
    nest->layer_count--;
}

/* The stream on top was read: back to the innermost archive, which may have more members. */
static void unwind(struct container_walk *nest)
{
    while (nest->layer_count > 0 && !content_type_is_archive(top_of(nest)->content))
        pop(nest);
    if (nest->layer_count > 0)
        top_of(nest)->has_stream = false;
}

static void leave_all(struct container_walk *nest)
{
    while (nest->layer_count > 0)
        pop(nest);
}

/* Archives inside archives; a compressed archive (tar.gz) counts once. */
static size_t depth_of(const struct container_walk *nest)
{
    size_t depth = 0;
    for (size_t i = 1; i < nest->layer_count; i++) {
        bool is_compressed_archive = content_type_is_archive(nest->layers[i]->content) &&
                                     content_type_is_compressed(nest->layers[i - 1]->content);
        depth += !is_compressed_archive;
    }
    return depth;
}

static bool is_inside_archive(const struct container_walk *nest)
{
    for (size_t i = 0; i < nest->layer_count; i++)
        if (content_type_is_archive(nest->layers[i]->content))
            return true;
    return false;
}

/* The log's own name; that of a compressed log without the suffix that says so. */
static struct span name_of_log(const struct container_walk *nest)
{
    static const char *const suffixes[] = {".gz", ".xz", ".bz2", ".zst", ".lz4", ".lz"};
    bool is_source = nest->member.length == 0;
    struct span source = span_of(nest->reading->source);
    struct span whole = is_source ? source : buffer_span(&nest->member);
    struct span name = display_name_last_part(whole, is_inside_archive(nest));
    if (is_source && span_equals(source, span_of("-")))
        name.length = 0;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        struct span suffix = span_of(suffixes[i]);
        bool is_cut = content_type_is_compressed(top_of(nest)->content) &&
                      name.length > suffix.length && span_ends_with_ignoring_case(name, suffix);
        if (is_cut)
            return span_slice(name, 0, name.length - suffix.length);
    }
    return name;
}

static bool read_log(struct container_walk *nest, bool named_directly, struct fault *fault)
{
    char *name = memory_copy_text(name_of_log(nest), fault);
    if (name == NULL)
        return false;
    struct log log = {.source = nest->reading->source,
                      .member = member_of(nest),
                      .name = name,
                      .modified = nest->modified,
                      .named_directly = named_directly};
    bool done = log_reader_run(nest->reading, &log, peek_reader(&top_of(nest)->peek), fault);
    memory_free(name);
    return done;
}

/* What is no log of its own is passed over with a word on why. */
static void pass_over(struct container_walk *nest, enum content_type content, const char *word)
{
    struct byte_reader reader = peek_reader(&top_of(nest)->peek);
    const char *problem = reader.problem(reader.context);
    if (content == CONTENT_EMPTY && problem != NULL)
        source_state_problem(nest->reading, member_of(nest), problem);
    else
        source_state_skip(nest->reading, member_of(nest),
                          content == CONTENT_EMPTY ? SKIP_EMPTY : SKIP_NOT_TEXT, word);
}

/* Opens, reads or passes over the stream on top. */
static bool take_stream(struct container_walk *nest, struct fault *fault)
{
    struct stream_layer *top = top_of(nest);
    const char *word;
    enum content_type content = content_type_of(peek_head(&top->peek), &word);
    bool named_directly = nest->start->named_directly && !is_inside_archive(nest);
    bool done = true;
    if (content_type_is_archive(content) || content_type_is_compressed(content)) {
        const struct random_access *random_access =
            nest->layer_count == 1 ? nest->start->random_access : NULL;
        bool is_compressed_archive =
            content_type_is_archive(content) && content_type_is_compressed(top->content);
        size_t depth = depth_of(nest) + !is_compressed_archive;
        if (depth <= nest->reading->options->limits->max_nesting)
            return push(nest, stream_layer_open(top, content, random_access, fault), fault);
        source_state_limit(nest->reading, LIMIT_max_nesting, member_of(nest));
    } else if (named_directly || content == CONTENT_TEXT) {
        done = read_log(nest, named_directly, fault);
    } else {
        pass_over(nest, content, word);
    }
    if (top->limit != LIMIT_COUNT)
        source_state_limit(nest->reading, top->limit, member_of(nest));
    unwind(nest);
    return done;
}

/* Members that were not met are told like those that cannot be read. */
static bool tell_missing(struct container_walk *nest, struct fault *fault)
{
    struct stream_layer *top = top_of(nest);
    struct span name;
    const char *why;
    while (archive_reader_next_missing(top->unpack, &name, &why)) {
        name = name.length > 0 ? name : span_of("(unnamed)");
        if (!name_member(nest, top->member_length, name, fault))
            return false;
        if (!source_state_count_member(nest->reading, member_of(nest)))
            break;
        source_state_problem(nest->reading, member_of(nest), why);
    }
    return name_member(nest, top->member_length, (struct span){0}, fault);
}

/* The archive on top gives no more members. */
static bool leave_archive(struct container_walk *nest, enum archive_reader_step step,
                          struct fault *fault)
{
    struct stream_layer *top = top_of(nest);
    struct stream_layer *below = nest->layers[nest->layer_count - 2];
    if (!tell_missing(nest, fault))
        return false;
    const char *problem = archive_reader_problem(top->unpack);
    if (step == ARCHIVE_READER_END && problem == NULL)
        problem = stream_layer_drain_below(top, below);
    if (step == ARCHIVE_READER_TOO_BIG)
        source_state_limit(nest->reading, LIMIT_max_held_bytes, member_of(nest));
    if (problem != NULL)
        source_state_problem(nest->reading, member_of(nest), problem);
    if (below->limit != LIMIT_COUNT)
        source_state_limit(nest->reading, below->limit, member_of(nest));
    pop(nest);
    unwind(nest);
    return true;
}

enum { UNNAMED_BYTES = 48 };

/* A member without a name is called by its number, lest it passes for its archive. */
static struct span name_of_member(const struct archive_member *member, char unnamed[UNNAMED_BYTES])
{
    if (member->name.length > 0)
        return member->name;
    snprintf(unnamed, UNNAMED_BYTES, "(unnamed member %llu)", (unsigned long long)member->number);
    return span_of(unnamed);
}

static bool find_member(struct container_walk *nest, struct fault *fault)
{
    struct stream_layer *top = top_of(nest);
    struct archive_member member;
    char unnamed[UNNAMED_BYTES];
    enum archive_reader_step step = stream_layer_next_member(top, &member);
    if (step != ARCHIVE_READER_MEMBER)
        return leave_archive(nest, step, fault);
    if (!name_member(nest, top->member_length, name_of_member(&member, unnamed), fault))
        return false;
    nest->modified = member.modified;
    if (member.warning != NULL)
        source_state_problem(nest->reading, member_of(nest), member.warning);
    if (member.lacks_name)
        source_state_problem(nest->reading, member_of(nest),
                             "its name cannot be read: the locale C.UTF-8 is missing");
    if (member.refusal != NULL)
        source_state_problem(nest->reading, member_of(nest), member.refusal);
    else if (member.leads_out)
        source_state_problem(nest->reading, member_of(nest),
                             "its name leads out of the archive; its lines are read all the same");
    if (!source_state_count_member(nest->reading, member_of(nest)))
        leave_all(nest);
    else if (member.is_folder || member.refusal != NULL)
        top->has_stream = false;
    return true;
}

bool container_walk_read(struct source_state *reading, const struct walk_start *start,
                         struct fault *fault)
{
    struct container_walk nest = {.reading = reading, .start = start, .modified = start->modified};
    bool done = name_member(&nest, 0, start->member, fault) &&
                push(&nest, stream_layer_open_bottom(reading, start->bytes, fault), fault);
    while (done && nest.layer_count > 0)
        done = top_of(&nest)->has_stream ? take_stream(&nest, fault) : find_member(&nest, fault);
    leave_all(&nest);
    memory_free(nest.layers);
    buffer_release(&nest.member);
    return done;
}

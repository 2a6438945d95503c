#include "input/container_walk.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "input/archive/content_type.h"
#include "input/display_name.h"
#include "input/log_reader.h"
#include "input/log_start.h"
#include "input/not_log.h"
#include "input/stream_layer.h"
#include "input/stream_rest.h"

struct container_walk {
    struct source_state *state;
    const struct walk_start *start;
    struct stream_layer **layers; /* the bottom first, the innermost layer last */
    size_t layer_count;
    size_t layer_capacity;
    struct buffer member;     /* the current member's name below the source, NUL-terminated */
    struct datetime modified; /* of that member */
};

static struct stream_layer *top_of(const struct container_walk *walk)
{
    return walk->layers[walk->layer_count - 1];
}

static const char *member_of(const struct container_walk *walk)
{
    return walk->member.bytes;
}

/* Replaces all but the first `prefix_length` bytes of the member's name by `part` (raw bytes). */
static bool name_member(struct container_walk *walk, size_t prefix_length, struct span part,
                        struct fault *fault)
{
    struct buffer *member = &walk->member;
    member->length = prefix_length;
    if (prefix_length > 0 && part.length > 0 && !buffer_append_byte(member, '/', fault))
        return false;
    bool is_zip = walk->layer_count > 0 && top_of(walk)->content_type == CONTENT_ZIP;
    if (!(is_zip ? display_name_append_of_zip : display_name_append)(part, member, fault) ||
        !buffer_append_byte(member, '\0', fault))
        return false;
    member->length--;
    return true;
}

static bool push(struct container_walk *walk, struct stream_layer *layer, struct fault *fault)
{
    void *layers = walk->layers;
    bool done = layer != NULL && memory_reserve(&layers, &walk->layer_capacity,
                                                walk->layer_count + 1, sizeof layer, fault);
    if (!done) {
        stream_layer_close(layer);
        return false;
    }
    walk->layers = layers;
    layer->member_length = walk->member.length;
    walk->layers[walk->layer_count++] = layer;
    return true;
}

static void pop(struct container_walk *walk)
{
    stream_layer_close(top_of(walk));
    walk->layer_count--;
}

/* Leaves the archive on top for good, and reports `problem`, which may be NULL. */
static void pop_archive(struct container_walk *walk, const char *problem)
{
    struct stream_layer *top = top_of(walk);
    walk->member.length = top->member_length;
    walk->member.bytes[walk->member.length] = '\0';
    if (problem != NULL)
        source_state_problem(walk->state, member_of(walk), problem);
    if (top->below->limit != LIMIT_COUNT)
        source_state_limit(walk->state, top->below->limit, member_of(walk));
    pop(walk);
}

/* Goes back from the stream on top, which was read, to what follows its end, or to the innermost
 * archive that may have more members. */
static void unwind(struct container_walk *walk)
{
    while (walk->layer_count > 0) {
        struct stream_layer *top = top_of(walk);
        if (content_type_is_single(top->content_type) && stream_rest_start(top, member_of(walk)))
            return;
        if (!content_type_is_archive(top->content_type))
            pop(walk);
        else if (top->is_after_end)
            pop_archive(walk, stream_rest_drain_below(top));
        else
            break;
    }
    if (walk->layer_count > 0)
        top_of(walk)->has_stream = false;
}

static void pop_all(struct container_walk *walk)
{
    while (walk->layer_count > 0)
        pop(walk);
}

/* True if another layer of `content` is allowed: of those inside each other, and of those that
 * follow each other, whose layers stay open. */
static bool may_open(const struct container_walk *walk, enum content_type content)
{
    enum { MOST_APPENDED = 64 };
    size_t depth = stream_layer_adds_depth(top_of(walk), content);
    size_t appended = 0;
    for (size_t i = 0; i < walk->layer_count; i++) {
        depth +=
            i > 0 && stream_layer_adds_depth(walk->layers[i - 1], walk->layers[i]->content_type);
        appended += walk->layers[i]->is_after_end;
    }
    return depth <= walk->state->options->limits->max_nesting && appended <= MOST_APPENDED;
}

static bool is_inside_archive(const struct container_walk *walk)
{
    for (size_t i = 0; i < walk->layer_count; i++)
        if (content_type_is_archive(walk->layers[i]->content_type))
            return true;
    return false;
}

/* Returns the log's own name; without its suffix (.gz) if the log is compressed. */
static struct span name_of_log(const struct container_walk *walk)
{
    bool is_source = walk->member.length == 0;
    struct span source = span_of(walk->state->source);
    struct span whole = is_source ? source : buffer_span(&walk->member);
    struct span name = display_name_last_part(whole, is_inside_archive(walk));
    if (is_source && span_equals(source, span_of("-")))
        name.length = 0;
    if (content_type_is_single(top_of(walk)->content_type))
        name = display_name_unpacked(name);
    return name;
}

static bool read_log(struct container_walk *walk, struct byte_reader bytes, uint64_t skipped_bytes,
                     bool named_directly, struct fault *fault)
{
    char *name = memory_copy_text(name_of_log(walk), fault);
    if (name == NULL)
        return false;
    struct log log = {.source = walk->state->source,
                      .member = member_of(walk),
                      .name = name,
                      .modified = walk->modified,
                      .skipped_bytes = skipped_bytes,
                      .named_directly = named_directly};
    bool done = log_reader_run(walk->state, &log, bytes, fault);
    memory_free(name);
    return done;
}

/* True if a file that the user named is read as a log though it does not begin as text. */
static bool may_be_log(const struct container_walk *walk, enum content_type content)
{
    return content == CONTENT_EMPTY || content == CONTENT_UNKNOWN ||
           walk->state->options->forced_encoding != NULL;
}

/* Reads the log that may follow what is no text at the head of the stream on top. */
static bool read_after_head(struct container_walk *walk, const char *word, struct fault *fault)
{
    struct log_start *start = memory_allocate(1, sizeof *start, fault);
    if (start == NULL)
        return false;
    struct byte_reader bytes = peek_reader(&top_of(walk)->peek);
    bool done = true;
    if (log_start_find(start, bytes))
        done = read_log(walk, log_start_reader(start), start->skipped_bytes, false, fault);
    else
        not_log_report(
            walk->state, member_of(walk),
            &(struct not_log){CONTENT_UNKNOWN, word, bytes.problem(bytes.context), false});
    memory_free(start);
    return done;
}

/* Opens, reads or skips the stream on top. */
static bool read_stream(struct container_walk *walk, struct fault *fault)
{
    struct stream_layer *top = top_of(walk);
    const char *word;
    enum content_type content = content_type_of(peek_head(&top->peek), &word);
    bool named_directly =
        walk->start->named_directly && !is_inside_archive(walk) && !top->is_after_end;
    bool done = true;
    if (content_type_is_archive(content) || content_type_is_single(content)) {
        const struct random_access *random_access =
            walk->layer_count == 1 ? walk->start->random_access : NULL;
        if (may_open(walk, content))
            return push(walk, stream_layer_open(top, content, random_access, fault), fault);
        source_state_limit(walk->state, LIMIT_max_nesting, member_of(walk));
    } else if (content == CONTENT_TEXT || (named_directly && may_be_log(walk, content))) {
        done = read_log(walk, peek_reader(&top->peek), 0, named_directly, fault);
    } else if (content == CONTENT_UNKNOWN) {
        done = read_after_head(walk, word, fault);
    } else {
        struct byte_reader reader = peek_reader(&top->peek);
        not_log_report(
            walk->state, member_of(walk),
            &(struct not_log){content, word, reader.problem(reader.context), named_directly});
    }
    if (top->limit != LIMIT_COUNT)
        source_state_limit(walk->state, top->limit, member_of(walk));
    unwind(walk);
    return done;
}

/* Reports members that only the zip's central directory names. */
static bool report_missing(struct container_walk *walk, struct fault *fault)
{
    struct stream_layer *top = top_of(walk);
    struct span name;
    const char *why;
    while (stream_layer_next_missing(top, &name, &why)) {
        name = name.length > 0 ? name : span_of("(unnamed)");
        if (!name_member(walk, top->member_length, name, fault))
            return false;
        if (!source_state_count_member(walk->state, member_of(walk)))
            break;
        source_state_problem(walk->state, member_of(walk), why);
    }
    return name_member(walk, top->member_length, (struct span){0}, fault);
}

/* Leaves the archive on top, which has no more members to give. */
static bool leave_archive(struct container_walk *walk, enum archive_reader_step step,
                          struct fault *fault)
{
    struct stream_layer *top = top_of(walk);
    if (!report_missing(walk, fault))
        return false;
    const char *problem = stream_layer_problem(top);
    bool is_whole = step == ARCHIVE_READER_END && problem == NULL;
    if (is_whole && stream_rest_start(top, member_of(walk)))
        return true;
    if (step == ARCHIVE_READER_TOO_BIG)
        source_state_limit(walk->state, archive_reader_limit(top->archive), member_of(walk));
    pop_archive(walk, is_whole ? stream_rest_drain_below(top) : problem);
    unwind(walk);
    return true;
}

static bool find_member(struct container_walk *walk, struct fault *fault)
{
    struct stream_layer *top = top_of(walk);
    struct archive_member member;
    char unnamed[ARCHIVE_MEMBER_UNNAMED_BYTES];
    enum archive_reader_step step = stream_layer_next_member(top, &member, fault);
    if (fault->kind != FAULT_NONE)
        return false;
    if (step != ARCHIVE_READER_MEMBER)
        return leave_archive(walk, step, fault);
    if (!name_member(walk, top->member_length, archive_member_name(&member, unnamed), fault))
        return false;
    if (top->mail.context == NULL) /* which does not say when its parts were written */
        walk->modified = member.modified;
    if (member.warning != NULL)
        source_state_problem(walk->state, member_of(walk), member.warning);
    if (member.lacks_name)
        source_state_problem(walk->state, member_of(walk),
                             "its name cannot be read: the locale C.UTF-8 is missing");
    if (member.refusal != NULL)
        source_state_problem(walk->state, member_of(walk), member.refusal);
    else if (member.has_path_traversal)
        source_state_problem(walk->state, member_of(walk),
                             "its name leads out of the archive; its lines are read all the same");
    if (!source_state_count_member(walk->state, member_of(walk)))
        pop_all(walk);
    else if (member.is_folder || member.refusal != NULL)
        top->has_stream = false;
    return true;
}

bool container_walk_read(struct source_state *state, const struct walk_start *start,
                         struct fault *fault)
{
    struct container_walk walk = {.state = state, .start = start, .modified = start->modified};
    bool done = name_member(&walk, 0, start->member, fault) &&
                push(&walk, stream_layer_open_bottom(state, start->bytes, fault), fault);
    while (done && walk.layer_count > 0)
        done = top_of(&walk)->has_stream ? read_stream(&walk, fault) : find_member(&walk, fault);
    pop_all(&walk);
    memory_free(walk.layers);
    buffer_release(&walk.member);
    return done;
}

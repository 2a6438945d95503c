#define PCRE2_CODE_UNIT_WIDTH 8
#include "grammar/pattern.h"

#include <assert.h>
#include <pcre2.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/pattern_memory.h"

enum {
    /* JIT code needs a stack beyond the 32 KiB that PCRE2 takes from the machine stack. */
    JIT_STACK_START_BYTES = 32 * 1024,
    JIT_STACK_MAX_BYTES = 1024 * 1024,
    /* The interpreter's memory, which only the steps would limit otherwise. */
    HEAP_MAX_KIBIBYTES = 32 * 1024,
    /* Of a match's first try, and how many times as many each further try gets. Of 385,000 matches
     * of samples, cases and public texts, one in 20 needs a second try and none a fourth. */
    FIRST_STEPS = 64,
    FIRST_STEPS_OF_BYTE = 2,
    TRY_FACTOR = 4,
    /* The interpreter counts steps that machine code takes as one. */
    INTERPRETED_STEPS = 32,
    MAX_CAPTURES = 64
};

/* A group that captures a field. */
struct capture {
    uint8_t group;
    uint8_t field;
};

struct pattern {
    struct pattern_memory memory;
    pcre2_general_context *context; /* allocates from `memory`, as does all that is made with it */
    pcre2_code *code;
    bool has_jit;
    struct capture captures[MAX_CAPTURES]; /* by field, then by group */
    size_t capture_count;
};

struct pattern_scratch {
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    uint64_t max_steps; /* of a match of no bytes */
    uint64_t allowance; /* steps left for the hard matches of the text that was begun */
};

static const char *const field_names[FIELD_COUNT] = {
#define FIELD_NAME(id, name, meaning) name,
    EVENT_FIELDS(FIELD_NAME)
#undef FIELD_NAME
};

static bool find_field(const char *name, enum event_field *field)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (strcmp(field_names[i], name) == 0) {
            *field = (enum event_field)i;
            return true;
        }
    }
    return false;
}

/* Inserts the capture in order. */
static void add_capture(struct pattern *pattern, uint8_t group, uint8_t field)
{
    size_t at = pattern->capture_count++;
    for (; at > 0; at--) {
        const struct capture *before = &pattern->captures[at - 1];
        if (before->field < field || (before->field == field && before->group < group))
            break;
        pattern->captures[at] = *before;
    }
    pattern->captures[at] = (struct capture){.group = group, .field = field};
}

/* Maps groups to fields. Several groups may share a name, in alternatives. */
static bool map_groups(struct pattern *pattern, struct fault *fault)
{
    uint32_t count = 0;
    uint32_t entry_bytes = 0;
    PCRE2_SPTR table = NULL;
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &entry_bytes);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &table);
    for (uint32_t i = 0; i < count; i++) {
        PCRE2_SPTR entry = table + i * entry_bytes;
        const char *name = (const char *)entry + 2;
        enum event_field field;
        if (!find_field(name, &field))
            return fault_set(fault, FAULT_GRAMMAR, "the group name \"%s\" is no known field", name);
        assert(pattern->capture_count < MAX_CAPTURES && entry[0] == 0);
        add_capture(pattern, entry[1], (uint8_t)field);
    }
    return true;
}

static bool compile_code(struct pattern *pattern, struct span expression, struct fault *fault)
{
    pattern->context = pcre2_general_context_create(pattern_memory_allocate, pattern_memory_free,
                                                    &pattern->memory);
    pcre2_compile_context *context =
        pattern->context ? pcre2_compile_context_create(pattern->context) : NULL;
    if (context == NULL)
        return fault_no_memory(fault);
    pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
    int error = 0;
    PCRE2_SIZE offset = 0;
    pattern->code =
        pcre2_compile((PCRE2_SPTR)expression.bytes, expression.length,
                      PCRE2_UTF | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C | PCRE2_DUPNAMES,
                      &error, &offset, context);
    pcre2_compile_context_free(context);
    if (pattern->code != NULL)
        return true;
    if (error == PCRE2_ERROR_HEAP_FAILED)
        return fault_no_memory(fault);
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(error, message, sizeof message);
    return fault_set(fault, FAULT_GRAMMAR, "the pattern is wrong at offset %zu: %s", (size_t)offset,
                     (const char *)message);
}

/* If JIT is not available or cannot compile this pattern, the interpreter runs it. */
static bool compile_machine_code(struct pattern *pattern, struct fault *fault)
{
    if (setjmp(pattern->memory.on_failure) != 0)
        return fault_no_memory(fault);
    pattern->memory.is_jumping = true;
    pattern->has_jit = pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE) == 0;
    pattern->memory.is_jumping = false;
    return true;
}

struct pattern *pattern_compile(struct span expression, struct fault *fault)
{
    struct pattern *pattern = memory_allocate(1, sizeof *pattern, fault);
    if (pattern == NULL)
        return NULL;
    uint32_t captures = 0;
    bool is_compiled = compile_code(pattern, expression, fault);
    if (is_compiled)
        pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &captures);
    if (captures >= MAX_CAPTURES)
        fault_set(fault, FAULT_GRAMMAR, "the pattern has more than %d groups", MAX_CAPTURES - 1);
    if (is_compiled && captures < MAX_CAPTURES && map_groups(pattern, fault) &&
        compile_machine_code(pattern, fault))
        return pattern;
    pattern_free(pattern);
    return NULL;
}

void pattern_free(struct pattern *pattern)
{
    if (pattern == NULL)
        return;
    pcre2_code_free(pattern->code);
    pattern_memory_release(&pattern->memory);
    memory_free(pattern);
}

struct pattern_scratch *pattern_scratch_open(uint64_t max_steps, struct fault *fault)
{
    struct pattern_scratch *scratch = memory_allocate(1, sizeof *scratch, fault);
    if (scratch == NULL)
        return NULL;
    scratch->data = pcre2_match_data_create(MAX_CAPTURES, NULL);
    scratch->context = pcre2_match_context_create(NULL);
    scratch->stack = pcre2_jit_stack_create(JIT_STACK_START_BYTES, JIT_STACK_MAX_BYTES, NULL);
    if (scratch->data == NULL || scratch->context == NULL) {
        pattern_scratch_close(scratch);
        fault_no_memory(fault);
        return NULL;
    }
    scratch->max_steps = max_steps;
    pattern_scratch_begin(scratch, 0);
    pcre2_set_heap_limit(scratch->context, HEAP_MAX_KIBIBYTES);
    if (scratch->stack != NULL)
        pcre2_jit_stack_assign(scratch->context, NULL, scratch->stack);
    return scratch;
}

void pattern_scratch_close(struct pattern_scratch *scratch)
{
    if (scratch == NULL)
        return;
    pcre2_match_data_free(scratch->data);
    pcre2_match_context_free(scratch->context);
    pcre2_jit_stack_free(scratch->stack);
    memory_free(scratch);
}

void pattern_scratch_begin(struct pattern_scratch *scratch, size_t bytes)
{
    scratch->allowance = 2 * scratch->max_steps + PATTERN_ALLOWANCE_OF_BYTE * (uint64_t)bytes;
}

/* Of groups that share a name, the first one that matched counts. */
static void store_fields(const struct pattern *pattern, const struct pattern_scratch *scratch,
                         uint32_t pair_count, struct span subject, struct span *fields)
{
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(scratch->data);
    unsigned stored = FIELD_COUNT;
    for (size_t i = 0; i < pattern->capture_count; i++) {
        struct capture capture = pattern->captures[i];
        PCRE2_SIZE start = offsets[2 * capture.group];
        PCRE2_SIZE end = offsets[2 * capture.group + 1];
        if (capture.field == stored || capture.group >= pair_count || start == PCRE2_UNSET ||
            start > end)
            continue;
        fields[capture.field] = span_slice(subject, start, end);
        stored = capture.field;
    }
}

/* Calls machine code directly where there is some: pcre2_match checks arguments that are always
 * valid here. */
static int try_code(const struct pattern *pattern, struct pattern_scratch *scratch,
                    struct span subject, uint64_t steps)
{
    PCRE2_SPTR text = (PCRE2_SPTR)(subject.bytes ? subject.bytes : "");
    pcre2_set_match_limit(scratch->context, steps < UINT32_MAX ? (uint32_t)steps : UINT32_MAX);
    if (pattern->has_jit)
        return pcre2_jit_match(pattern->code, text, subject.length, 0, PCRE2_NO_UTF_CHECK,
                               scratch->data, scratch->context);
    return pcre2_match(pattern->code, text, subject.length, 0, PCRE2_NO_UTF_CHECK, scratch->data,
                       scratch->context);
}

/* PCRE2 does not say how many steps a match took. So a match gets few at first, and more again and
 * again: what further tries may take is taken from the allowance. */
static int run_code(const struct pattern *pattern, struct pattern_scratch *scratch,
                    struct span subject)
{
    uint64_t most = scratch->max_steps + PATTERN_STEPS_OF_BYTE * (uint64_t)subject.length;
    uint64_t steps = FIRST_STEPS + FIRST_STEPS_OF_BYTE * (uint64_t)subject.length;
    for (;;) {
        steps = steps < most ? steps : most;
        int pairs = try_code(pattern, scratch, subject, steps);
        if (pairs != PCRE2_ERROR_MATCHLIMIT || steps == most)
            return pairs;
        steps *= TRY_FACTOR;
        uint64_t cost = steps < most ? steps : most;
        cost = pattern->has_jit ? cost : cost / INTERPRETED_STEPS;
        if (cost > scratch->allowance)
            return pairs;
        scratch->allowance -= cost;
    }
}

enum pattern_result pattern_match(const struct pattern *pattern, struct pattern_scratch *scratch,
                                  struct span subject, struct span *fields)
{
    int pairs = run_code(pattern, scratch, subject);
    if (pairs == PCRE2_ERROR_NOMATCH)
        return PATTERN_NO_MATCH;
    if (pairs < 0)
        return PATTERN_STEP_LIMIT;
    if (fields != NULL)
        store_fields(pattern, scratch, (uint32_t)pairs, subject, fields);
    return PATTERN_MATCH;
}

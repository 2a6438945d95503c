#include "cli/fail_on.h"

#include "cli/fail_on_metrics.h"
#include "cli/fail_on_names.h"
#include "cli/option_value.h"

enum operation { OPERATION_MORE, OPERATION_AT_LEAST, OPERATION_EQUAL };

struct condition {
    struct span text; /* as typed */
    struct span name; /* before the operation */
    const struct fail_on_metric *metric;
    struct span subject; /* "corrupted" in reason:corrupted; bytes NULL if there is none */
    enum operation operation;
    uint64_t number;
};

/* Returns false if the text is not METRIC OPERATION NUMBER; the metric itself may be unknown. */
static bool parse_condition(struct span text, struct condition *condition)
{
    *condition = (struct condition){.text = text};
    size_t more = span_find_byte(text, '>');
    size_t equal = span_find_byte(text, '=');
    size_t at = more < equal ? more : equal;
    if (at == text.length)
        return false;
    size_t end = at + 1;
    condition->operation = more < equal ? OPERATION_MORE : OPERATION_EQUAL;
    if (more < equal && equal == more + 1 && equal < text.length) {
        condition->operation = OPERATION_AT_LEAST;
        end++;
    }
    struct span name = span_trim(span_slice(text, 0, at));
    condition->name = name;
    size_t colon = span_find_byte(name, ':');
    condition->metric = fail_on_metric_find(span_slice(name, 0, colon), colon < name.length);
    if (colon < name.length)
        condition->subject = span_slice(name, colon + 1, name.length);
    return option_value_number(span_trim(span_slice(text, end, text.length)), &condition->number);
}

static bool check_metric(const struct condition *condition, const struct catalog *catalog,
                         struct fault *fault)
{
    const struct fail_on_metric *metric = condition->metric;
    bool has_subject = condition->subject.bytes != NULL;
    struct buffer nearest = {0};
    if (metric != NULL && (!has_subject || metric->knows(catalog, condition->subject)))
        return true;
    if (fail_on_suggest(catalog, condition->name, &nearest, fault))
        fault_set(fault, FAULT_OPTION,
                  "--fail-on: unknown metric \"%.*s\"; %s%.*s%s--fail-on list shows all",
                  (int)condition->name.length, condition->name.bytes,
                  nearest.length ? "did you mean " : "", (int)nearest.length,
                  nearest.length ? (const char *)nearest.bytes : "", nearest.length ? "? " : "");
    buffer_release(&nearest);
    return false;
}

static bool holds(const struct condition *condition, uint64_t value)
{
    switch (condition->operation) {
    case OPERATION_MORE:
        return value > condition->number;
    case OPERATION_AT_LEAST:
        return value >= condition->number;
    case OPERATION_EQUAL:
        break;
    }
    return value == condition->number;
}

/* Removes the first condition from `rest`, whose bytes are NULL after the last one. */
static struct span next_condition(struct span *rest)
{
    size_t comma = span_find_byte(*rest, ',');
    struct span text = span_trim(span_slice(*rest, 0, comma));
    *rest = comma < rest->length ? span_slice(*rest, comma + 1, rest->length) : (struct span){0};
    return text;
}

bool fail_on_check(const struct value_list *expressions, const struct catalog *catalog,
                   struct fault *fault)
{
    for (size_t i = 0; i < expressions->count; i++) {
        struct span rest = span_of(expressions->values[i]);
        do {
            struct condition condition;
            struct span text = next_condition(&rest);
            if (!parse_condition(text, &condition))
                return fault_set(fault, FAULT_OPTION,
                                 "--fail-on takes METRIC>NUMBER, METRIC>=NUMBER or METRIC=NUMBER, "
                                 "not \"%.*s\"",
                                 (int)text.length, text.length ? text.bytes : "");
            if (!check_metric(&condition, catalog, fault))
                return false;
        } while (rest.bytes != NULL);
    }
    return true;
}

bool fail_on_test(const struct value_list *expressions, const struct report *report,
                  struct buffer *fired, struct fault *fault)
{
    for (size_t i = 0; i < expressions->count; i++) {
        struct span rest = span_of(expressions->values[i]);
        do {
            struct condition condition;
            parse_condition(next_condition(&rest), &condition);
            uint64_t value = condition.metric->count(report, condition.subject);
            if (holds(&condition, value) &&
                (!buffer_append(fired, span_of(fired->length > 0 ? ", " : ""), fault) ||
                 !buffer_append(fired, condition.text, fault) ||
                 !buffer_append_format(fired, fault, " (%llu)", (unsigned long long)value)))
                return false;
        } while (rest.bytes != NULL);
    }
    return true;
}

#include "grammar/match/rule_index.h"

#include "base/memory.h"

static bool list_append(struct rule_list *list, const struct dialect *dialect, uint32_t rule,
                        struct fault *fault)
{
    if (list->rules == NULL)
        list->rules = memory_allocate(dialect->rule_count, sizeof *list->rules, fault);
    if (list->rules == NULL)
        return false;
    if (list->count == 0 || list->rules[list->count - 1] != rule)
        list->rules[list->count++] = rule;
    return true;
}

/* The number of `literal` among those that are there, which it joins if it is new: rules of one
 * dialect often wait for the same words, and each hit of a literal costs. */
static size_t literal_number(struct rulebook *rulebook, struct span literal)
{
    size_t number = 0;
    while (number < rulebook->literal_count &&
           !span_equals_ignoring_case(rulebook->literals[number].text, literal))
        number++;
    rulebook->literals[number].text = literal;
    if (number == rulebook->literal_count)
        rulebook->literal_count++;
    return number;
}

static bool collect_rule(struct rulebook *rulebook, uint32_t number, struct fault *fault)
{
    const struct dialect *dialect = rulebook->dialect;
    const struct rule *rule = &dialect->rules[number];
    for (size_t i = 0; i < rule->literals.count; i++) {
        size_t literal = literal_number(rulebook, literals_at(&rule->literals, i));
        if (!list_append(&rulebook->wanting[literal], dialect, number, fault))
            return false;
    }
    if (rule->pattern == NULL)
        return list_append(&rulebook->rest, dialect, number, fault);
    return (rule->literals.count > 0 || list_append(&rulebook->always, dialect, number, fault)) &&
           list_append(&rulebook->patterns, dialect, number, fault);
}

static bool collect(struct rulebook *rulebook, struct fault *fault)
{
    const struct dialect *dialect = rulebook->dialect;
    size_t most = 0;
    for (size_t i = 0; i < dialect->rule_count; i++)
        most += dialect->rules[i].literals.count;
    rulebook->literals = memory_allocate(most, sizeof *rulebook->literals, fault);
    rulebook->wanting = memory_allocate(most, sizeof *rulebook->wanting, fault);
    if (rulebook->literals == NULL || rulebook->wanting == NULL)
        return false;
    for (size_t i = 0; i < dialect->rule_count; i++)
        if (!collect_rule(rulebook, (uint32_t)i, fault))
            return false;
    return true;
}

struct rulebook *rulebook_open(const struct dialect *dialect, struct late_scanner *messages,
                               bool has_shortcuts, struct fault *fault)
{
    struct rulebook *rulebook = memory_allocate(1, sizeof *rulebook, fault);
    if (rulebook == NULL)
        return NULL;
    rulebook->dialect = dialect;
    rulebook->messages = messages;
    rulebook->has_shortcuts = has_shortcuts;
    if (collect(rulebook, fault))
        rulebook->scanner =
            scanner_open(rulebook->literals, rulebook->literal_count, has_shortcuts, fault);
    if (rulebook->scanner != NULL)
        return rulebook;
    rulebook_close(rulebook);
    return NULL;
}

void rulebook_close(struct rulebook *rulebook)
{
    if (rulebook == NULL)
        return;
    scanner_close(rulebook->scanner);
    for (size_t i = 0; rulebook->wanting != NULL && i < rulebook->literal_count; i++)
        memory_free(rulebook->wanting[i].rules);
    memory_free(rulebook->wanting);
    memory_free(rulebook->always.rules);
    memory_free(rulebook->patterns.rules);
    memory_free(rulebook->rest.rules);
    memory_free(rulebook->literals);
    memory_free(rulebook);
}

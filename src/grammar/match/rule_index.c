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

/* Returns the index of `literal`, which is added if it is new. Rules of one dialect often require
 * the same words, and each hit of a literal costs time. */
static size_t literal_index(struct rule_index *rule_index, struct span literal)
{
    size_t index = 0;
    while (index < rule_index->literal_count &&
           !span_equals_ignoring_case(rule_index->literals[index].text, literal))
        index++;
    rule_index->literals[index].text = literal;
    if (index == rule_index->literal_count)
        rule_index->literal_count++;
    return index;
}

static bool collect_rule(struct rule_index *rule_index, uint32_t index, struct fault *fault)
{
    const struct dialect *dialect = rule_index->dialect;
    const struct rule *rule = &dialect->rules[index];
    for (size_t i = 0; i < rule->literals.count; i++) {
        size_t literal = literal_index(rule_index, required_literals_at(&rule->literals, i));
        if (!list_append(&rule_index->rules_of_literal[literal], dialect, index, fault))
            return false;
    }
    if (rule->pattern == NULL)
        return list_append(&rule_index->rest, dialect, index, fault);
    return (rule->literals.count > 0 || list_append(&rule_index->always, dialect, index, fault)) &&
           list_append(&rule_index->patterns, dialect, index, fault);
}

static bool collect(struct rule_index *rule_index, struct fault *fault)
{
    const struct dialect *dialect = rule_index->dialect;
    size_t most = 0;
    for (size_t i = 0; i < dialect->rule_count; i++)
        most += dialect->rules[i].literals.count;
    rule_index->literals = memory_allocate(most, sizeof *rule_index->literals, fault);
    rule_index->rules_of_literal =
        memory_allocate(most, sizeof *rule_index->rules_of_literal, fault);
    if (rule_index->literals == NULL || rule_index->rules_of_literal == NULL)
        return false;
    for (size_t i = 0; i < dialect->rule_count; i++)
        if (!collect_rule(rule_index, (uint32_t)i, fault))
            return false;
    return true;
}

struct rule_index *rule_index_open(const struct dialect *dialect, struct lazy_scanner *messages,
                                   bool uses_fast_paths, struct fault *fault)
{
    struct rule_index *rule_index = memory_allocate(1, sizeof *rule_index, fault);
    if (rule_index == NULL)
        return NULL;
    rule_index->dialect = dialect;
    rule_index->messages = messages;
    rule_index->uses_fast_paths = uses_fast_paths;
    if (collect(rule_index, fault))
        rule_index->scanner = literal_scanner_open(rule_index->literals, rule_index->literal_count,
                                                   uses_fast_paths, fault);
    if (rule_index->scanner != NULL)
        return rule_index;
    rule_index_close(rule_index);
    return NULL;
}

void rule_index_close(struct rule_index *rule_index)
{
    if (rule_index == NULL)
        return;
    literal_scanner_close(rule_index->scanner);
    for (size_t i = 0; rule_index->rules_of_literal != NULL && i < rule_index->literal_count; i++)
        memory_free(rule_index->rules_of_literal[i].rules);
    memory_free(rule_index->rules_of_literal);
    memory_free(rule_index->always.rules);
    memory_free(rule_index->patterns.rules);
    memory_free(rule_index->rest.rules);
    memory_free(rule_index->literals);
    memory_free(rule_index);
}

const struct rule *rule_index_rest_at(const struct rule_index *rule_index, struct span level)
{
    for (size_t i = 0; i < rule_index->rest.count; i++) {
        const struct rule *rule = &rule_index->dialect->rules[rule_index->rest.rules[i]];
        if (dialect_rule_takes_level(rule, level))
            return rule;
    }
    return NULL;
}

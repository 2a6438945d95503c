#include "grammar/rulebook.h"

#include "base/memory.h"

static size_t count_rule_literals(const struct dialect *dialect)
{
    size_t count = 0;
    for (size_t i = 0; i < dialect->rule_count; i++)
        count += dialect->rules[i].literals.count;
    return count;
}

static void collect_literals(struct rulebook *rulebook, const struct scanner_literal *messages,
                             size_t message_count)
{
    size_t at = 0;
    for (size_t i = 0; i < rulebook->dialect->rule_count; i++) {
        const struct literals *literals = &rulebook->dialect->rules[i].literals;
        for (size_t j = 0; j < literals->count; j++) {
            rulebook->rule_of_literal[at] = (uint32_t)i;
            rulebook->literals[at++].text = literals_at(literals, j);
        }
    }
    for (size_t i = 0; i < message_count; i++)
        rulebook->literals[at++] = messages[i];
}

struct rulebook *rulebook_open(const struct dialect *dialect,
                               const struct scanner_literal *messages, size_t message_count,
                               struct fault *fault)
{
    struct rulebook *rulebook = memory_allocate(1, sizeof *rulebook, fault);
    if (rulebook == NULL)
        return NULL;
    rulebook->dialect = dialect;
    rulebook->rule_literal_count = count_rule_literals(dialect);
    size_t count = rulebook->rule_literal_count + message_count;
    rulebook->literals = memory_allocate(count, sizeof *rulebook->literals, fault);
    rulebook->rule_of_literal =
        memory_allocate(rulebook->rule_literal_count, sizeof *rulebook->rule_of_literal, fault);
    if (rulebook->literals != NULL && rulebook->rule_of_literal != NULL) {
        collect_literals(rulebook, messages, message_count);
        rulebook->scanner = scanner_open(rulebook->literals, count, fault);
    }
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
    memory_free(rulebook->literals);
    memory_free(rulebook->rule_of_literal);
    memory_free(rulebook);
}

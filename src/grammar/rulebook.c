#include "grammar/rulebook.h"

#include "base/memory.h"

struct rulebook *rulebook_open(const struct dialect *dialect, const struct span *messages,
                               size_t message_count, struct fault *fault)
{
    struct rulebook *rulebook = memory_allocate(1, sizeof *rulebook, fault);
    if (rulebook == NULL)
        return NULL;
    size_t rule_count = dialect->rule_count;
    rulebook->dialect = dialect;
    rulebook->literals =
        memory_allocate(rule_count + message_count, sizeof *rulebook->literals, fault);
    if (rulebook->literals != NULL) {
        for (size_t i = 0; i < rule_count; i++)
            rulebook->literals[i].text = dialect->rules[i].literal;
        for (size_t i = 0; i < message_count; i++)
            rulebook->literals[rule_count + i] =
                (struct scanner_literal){.text = messages[i], .folds_blanks = true};
        rulebook->scanner = scanner_open(rulebook->literals, rule_count + message_count, fault);
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
    memory_free(rulebook);
}

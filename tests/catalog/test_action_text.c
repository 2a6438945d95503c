#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "catalog/action_text.h"

static const char *const texts[] = {"resize /On={volume} /For={volume} now", "nothing here",
                                    "look at {volume}"};
static const struct action_texts asked = {.texts = texts, .keys = texts, .count = 3};

Test(catalog_action_text, every_text_is_given_for_every_volume_with_its_hosts)
{
    const struct action_target items[] = {{.volume = span_of("D:")},
                                          {.volume = span_of("E:"), .hosts = span_of("N1, N2")}};
    const struct action_targets targets = {.items = items, .count = 2, .has_more = true};
    struct action_texts filled;
    struct arena arena = {0};
    struct fault fault = {0};
    cr_assert(action_text_fill(&asked, &targets, LANGUAGE_EN, &arena, &filled, &fault));
    cr_assert(eq(sz, filled.count, 5));
    cr_assert(eq(str, (char *)filled.texts[0], "resize /On=D: /For=D: now"));
    cr_assert(eq(str, (char *)filled.texts[1],
                 "N1, N2: resize /On=E: /For=E: now Do the same for the other volumes that the log "
                 "names."));
    cr_assert(eq(ptr, (void *)filled.texts[2], (void *)texts[1]));
    cr_assert(eq(str, (char *)filled.texts[3], "look at D:"));
    cr_assert(eq(str, (char *)filled.keys[1], (char *)texts[0]), "the key is that of the text");
    arena_release(&arena);
}

Test(catalog_action_text, an_unknown_volume_is_named_as_the_catalog_names_it)
{
    const struct action_targets none = {0};
    struct action_texts filled;
    struct arena arena = {0};
    struct fault fault = {0};
    cr_assert(action_text_fill(&asked, &none, LANGUAGE_EN, &arena, &filled, &fault));
    cr_assert(eq(sz, filled.count, 3));
    cr_assert(eq(str, (char *)filled.texts[0],
                 "resize /On=X: /For=X: now Put the letter of the protected volume for X:."));
    cr_assert(eq(str, (char *)filled.texts[2], "look at X:"), "it is explained once");
    cr_assert(action_text_fill(&asked, &none, LANGUAGE_JA, &arena, &filled, &fault));
    cr_assert(not(eq(ptr, strstr(filled.texts[0], "/For=X: "), NULL)));
    arena_release(&arena);
}

Test(catalog_action_text, texts_that_name_no_volume_are_lent)
{
    const struct action_texts plain = {.texts = texts + 1, .keys = texts + 1, .count = 1};
    const struct action_targets none = {0};
    struct action_texts filled;
    struct arena arena = {0};
    struct fault fault = {0};
    cr_assert(not(action_text_has_placeholder(plain.texts, plain.count)));
    cr_assert(action_text_fill(&plain, &none, LANGUAGE_EN, &arena, &filled, &fault));
    cr_assert(eq(ptr, (void *)filled.texts, (void *)plain.texts));
    arena_release(&arena);
}

/* The languages of titles, causes, actions, messages and help. Codes, names of columns and values
 * of options are the same in all.
 *
 * A language is a row of LANGUAGES, a column in LANGUAGE_COLUMNS and a text more in LANGUAGE_TEXTS
 * of each table; what a table or file lacks is shown in English. */
#ifndef MARSIFT_BASE_LANGUAGE_H
#define MARSIFT_BASE_LANGUAGE_H

/* LANGUAGE(ID, tag): LANGUAGE_ID; the tag is the value of --lang, and begins names of locales. */
#define LANGUAGES(LANGUAGE)                                                                        \
    LANGUAGE(EN, "en")                                                                             \
    LANGUAGE(JA, "ja")

/* The columns of one text in a catalog file: title_en, title_ja. COLUMN(ID, name, is_required). */
#define LANGUAGE_COLUMNS(COLUMN, id, name, is_required)                                            \
    COLUMN(id##_EN, name "_en", is_required)                                                       \
    COLUMN(id##_JA, name "_ja", false)

enum language {
#define LANGUAGE_ID(id, tag) LANGUAGE_##id,
    LANGUAGES(LANGUAGE_ID)
#undef LANGUAGE_ID
        LANGUAGE_COUNT
};

/* The texts of one row of a table, in the order of LANGUAGES. */
#define LANGUAGE_TEXTS(...)                                                                        \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }

/* Returns the text in `language`, or the English one if there is none. */
static inline const char *language_text(const char *const texts[LANGUAGE_COUNT],
                                        enum language language)
{
    return texts[language] != 0 ? texts[language] : texts[LANGUAGE_EN];
}

#endif

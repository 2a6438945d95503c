#include "grammar/dialect_schema.h"

#include "grammar/dialect_source.h"
#include "grammar/reading.h"

enum { MAX_ENTRIES = 100000 };

static const struct cyaml_strval verdict_words[] = {
    {"failed-file", VERDICT_FAILED_FILE},     {"finding", VERDICT_FINDING},
    {"other-failure", VERDICT_OTHER_FAILURE}, {"noise", VERDICT_NOISE},
    {"unparsed", VERDICT_UNPARSED},           {"frame", VERDICT_FRAME},
};

static const struct cyaml_strval evidence_words[] = {
#define EVIDENCE_WORD(id, word) {word, EVIDENCE_##id},
    EVIDENCE_KINDS(EVIDENCE_WORD)
#undef EVIDENCE_WORD
};

#define TEXT_FIELD(key, structure, member, flags)                                                  \
    CYAML_FIELD_STRING_PTR(key, (flags) | CYAML_FLAG_POINTER, structure, member, 0, CYAML_UNLIMITED)

static const struct cyaml_schema_value text_schema = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 0, CYAML_UNLIMITED),
};

static const struct cyaml_schema_field expectation_fields[] = {
#define EXPECTATION_FIELD(id, name, meaning)                                                       \
    TEXT_FIELD(name, struct expectation, fields[FIELD_##id], CYAML_FLAG_OPTIONAL),
    EVENT_FIELDS(EXPECTATION_FIELD)
#undef EXPECTATION_FIELD
        CYAML_FIELD_END,
};

static const struct cyaml_schema_field sample_fields[] = {
    TEXT_FIELD("line", struct sample, line, CYAML_FLAG_DEFAULT),
    CYAML_FIELD_MAPPING_PTR("expect", CYAML_FLAG_OPTIONAL, struct sample, expect,
                            expectation_fields),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value sample_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sample, sample_fields),
};

static const struct cyaml_strval fact_words[] = {
#define FACT_WORD(id, word) {word, HOST_FACT_##id},
    HOST_FACTS(FACT_WORD)
#undef FACT_WORD
};

static const struct cyaml_strval repeat_words[] = {
    {"below", REPEATS_BELOW}, {"above", REPEATS_ABOVE}, {"next", REPEATS_NEXT},
    {"same", REPEATS_SAME},   {"job", REPEATS_JOB},     {"alert", REPEATS_ALERT}};

static const struct cyaml_schema_field rule_fields[] = {
    TEXT_FIELD("name", struct rule_source, name, CYAML_FLAG_DEFAULT),
    CYAML_FIELD_ENUM("verdict", CYAML_FLAG_STRICT, struct rule_source, verdict, verdict_words,
                     CYAML_ARRAY_LEN(verdict_words)),
    CYAML_FIELD_ENUM("fact", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, struct rule_source, fact,
                     fact_words, CYAML_ARRAY_LEN(fact_words)),
    CYAML_FIELD_ENUM("repeats", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, struct rule_source,
                     repeats, repeat_words, CYAML_ARRAY_LEN(repeat_words)),
    CYAML_FIELD_FLAGS("given", CYAML_FLAG_STRICT | CYAML_FLAG_OPTIONAL, struct rule_source, given,
                      evidence_words, CYAML_ARRAY_LEN(evidence_words)),
    CYAML_FIELD_SEQUENCE("levels", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct rule_source,
                         levels, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_BOOL("otherwise", CYAML_FLAG_OPTIONAL, struct rule_source, otherwise),
    TEXT_FIELD("pattern", struct rule_source, pattern, CYAML_FLAG_OPTIONAL),
    CYAML_FIELD_SEQUENCE("shapes", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct rule_source,
                         shapes, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("quick", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct rule_source,
                         quick, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("samples", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct rule_source,
                         samples, &sample_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("not_samples", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL,
                         struct rule_source, not_samples, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value rule_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct rule_source, rule_fields),
};

static const struct cyaml_schema_field part_fields[] = {
    TEXT_FIELD("name", struct pattern_part, name, CYAML_FLAG_DEFAULT),
    TEXT_FIELD("pattern", struct pattern_part, pattern, CYAML_FLAG_DEFAULT),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value part_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct pattern_part, part_fields),
};

static const struct cyaml_schema_field title_fields[] = {
    TEXT_FIELD("field", struct title_source, field, CYAML_FLAG_DEFAULT),
    CYAML_FIELD_SEQUENCE("names", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct title_source,
                         names, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("of", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct title_source, of,
                         &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value title_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct title_source, title_fields),
};

static const struct cyaml_schema_field level_fields[] = {
    TEXT_FIELD("level", struct level_source, level, CYAML_FLAG_DEFAULT),
    CYAML_FIELD_SEQUENCE("words", CYAML_FLAG_POINTER, struct level_source, words, &text_schema, 1,
                         MAX_ENTRIES),
    CYAML_FIELD_END,
};

static const struct cyaml_schema_value level_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct level_source, level_fields),
};

static const struct cyaml_schema_field dialect_fields[] = {
    TEXT_FIELD("grammar", struct dialect_source, grammar, CYAML_FLAG_DEFAULT),
    TEXT_FIELD("kind", struct dialect_source, kind, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("title", struct dialect_source, title, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("detect", struct dialect_source, detect, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("likely", struct dialect_source, likely, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("anywhere", struct dialect_source, anywhere, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("names", struct dialect_source, names, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("heading", struct dialect_source, heading, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("hint", struct dialect_source, hint, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("against", struct dialect_source, against, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("other_heading", struct dialect_source, other_heading, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("other_names", struct dialect_source, other_names, CYAML_FLAG_OPTIONAL),
    CYAML_FIELD_BOOL("flat", CYAML_FLAG_OPTIONAL, struct dialect_source, is_flat),
    CYAML_FIELD_BOOL("parted", CYAML_FLAG_OPTIONAL, struct dialect_source, is_parted),
    CYAML_FIELD_BOOL("fallback", CYAML_FLAG_OPTIONAL, struct dialect_source, is_fallback),
    TEXT_FIELD("record", struct dialect_source, record, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("columns", struct dialect_source, columns, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("continuation", struct dialect_source, continuation, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("unfinished", struct dialect_source, unfinished, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("explanation", struct dialect_source, explanation, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("moment", struct dialect_source, moment, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("named_host", struct dialect_source, named_host, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("repeating", struct dialect_source, repeating, CYAML_FLAG_OPTIONAL),
    TEXT_FIELD("joined", struct dialect_source, joined, CYAML_FLAG_OPTIONAL),
    CYAML_FIELD_SEQUENCE("titles", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct dialect_source,
                         titles, &title_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("needs", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct dialect_source,
                         needs, &text_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("level_words", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL,
                         struct dialect_source, level_words, &level_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("parts", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct dialect_source,
                         parts, &part_schema, 0, MAX_ENTRIES),
    CYAML_FIELD_SEQUENCE("rules", CYAML_FLAG_POINTER, struct dialect_source, rules, &rule_schema, 1,
                         MAX_ENTRIES),
    CYAML_FIELD_END,
};

const struct cyaml_schema_value dialect_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct dialect_source, dialect_fields),
};

const char *const dialect_schema_keys[] = {
    "grammar",
    "kind",
    "title",
    "detect",
    "likely",
    "anywhere",
    "names",
    "heading",
    "hint",
    "against",
    "other_heading",
    "other_names",
    "flat",
    "parted",
    "fallback",
    "record",
    "columns",
    "continuation",
    "unfinished",
    "explanation",
    "moment",
    "named_host",
    "repeating",
    "joined",
    "titles",
    "field",
    "of",
    "needs",
    "level_words",
    "words",
    "parts",
    "name",
    "rules",
    "verdict",
    "fact",
    "repeats",
    "pattern",
    "shapes",
    "quick",
    "given",
    "levels",
    "otherwise",
    "samples",
    "not_samples",
    "line",
    "expect",
#define FIELD_KEY(id, name, meaning) name,
    EVENT_FIELDS(FIELD_KEY)
#undef FIELD_KEY
        NULL,
};

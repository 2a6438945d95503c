/* What records say of the set-up of their host: a rule of a grammar names the fact, and captures
 * its value as `item`. */
#ifndef MARSIFT_GRAMMAR_HOST_FACT_H
#define MARSIFT_GRAMMAR_HOST_FACT_H

/* id, word in grammars and machine formats */
#define HOST_FACTS(FACT)                                                                           \
    FACT(AGENT_VERSION, "agent-version")                                                           \
    FACT(SCRATCH_FOLDER, "scratch-folder")                                                         \
    FACT(ANTIVIRUS, "antivirus")                                                                   \
    FACT(PROTECTED, "protected") /* a path in the backup policy */                                 \
    FACT(EXCLUDED, "excluded")

enum host_fact {
    HOST_FACT_NONE,
#define HOST_FACT_ID(id, word) HOST_FACT_##id,
    HOST_FACTS(HOST_FACT_ID)
#undef HOST_FACT_ID
        HOST_FACT_COUNT
};

/* "agent-version" ...; "" for none. */
const char *host_fact_word(enum host_fact fact);

#endif

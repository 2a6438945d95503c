/* The exit statuses, in the words of --help. */
#ifndef MARSIFT_CLI_EXIT_STATUS_H
#define MARSIFT_CLI_EXIT_STATUS_H

#include "base/language.h"

#define EXIT_STATUSES(STATUS)                                                                      \
    STATUS(EXIT_DONE, 0, LANGUAGE_TEXTS("done", "完了"))                                           \
    STATUS(EXIT_OTHER_FAILURE, 1, LANGUAGE_TEXTS("other failure", "その他のエラー"))               \
    STATUS(EXIT_USAGE, 2, LANGUAGE_TEXTS("usage", "使い方の誤り"))                                 \
    STATUS(EXIT_CONDITION, 3,                                                                      \
           LANGUAGE_TEXTS("a --fail-on condition holds", "--fail-on の条件が成立"))                \
    STATUS(EXIT_INCOMPLETE, 4,                                                                     \
           LANGUAGE_TEXTS("some input was damaged, truncated or not a log",                        \
                          "入力に破損、欠落、ログ以外のものがある"))                               \
    STATUS(EXIT_NOT_WRITTEN, 5, LANGUAGE_TEXTS("output could not be written", "結果を書き込めない"))

/* Of those that a run deserves, 2, 1, 5, 3 and 4 hide the others, in this order. */
enum exit_status {
#define EXIT_STATUS(id, number, meaning) id = number,
    EXIT_STATUSES(EXIT_STATUS)
#undef EXIT_STATUS
};

#endif

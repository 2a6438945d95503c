/* The part of ui_text.h about what wrapped the lines of a log. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_WRAPPERS_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_WRAPPERS_H

/* As text/wrapper_kind.h names them. */
#define WRAPPER_TEXTS(TEXT)                                                                        \
    TEXT(WRAPPER_PRINTABLE, "a mail's quoted-printable", "メールの quoted-printable")              \
    TEXT(WRAPPER_JSON_LOG, "JSON of a container's log", "コンテナー ログの JSON")                  \
    TEXT(WRAPPER_COLORS, "colour codes", "色指定コード")                                           \
    TEXT(WRAPPER_INVISIBLE, "invisible characters", "不可視文字")                                  \
    TEXT(WRAPPER_BLANKS, "no-break spaces", "改行なしスペース")                                    \
    TEXT(WRAPPER_TAGS, "HTML tags", "HTML タグ")                                                   \
    TEXT(WRAPPER_ENTITIES, "HTML entities", "HTML の文字参照")                                     \
    TEXT(WRAPPER_ESCAPES, "doubled backslashes", "二重の円記号 (\\)")                              \
    TEXT(WRAPPER_FENCES, "code fences", "コード ブロックの囲み")                                   \
    TEXT(WRAPPER_HARD_BREAKS, "line breaks of Markdown", "Markdown の改行")                        \
    TEXT(WRAPPER_CONTAINER, "times of a container's log", "コンテナー ログの時刻")                 \
    TEXT(WRAPPER_SYSLOG, "syslog heads", "syslog のヘッダー")                                      \
    TEXT(WRAPPER_DIFF, "marks of a diff", "差分の記号")                                            \
    TEXT(WRAPPER_MATCHES, "properties of what a search found", "検索結果のプロパティ")             \
    TEXT(WRAPPER_FILES, "file names of a search", "検索結果のファイル名")                          \
    TEXT(WRAPPER_NUMBERS, "line numbers", "行番号")                                                \
    TEXT(WRAPPER_QUOTES, "quote marks", "引用符号")                                                \
    TEXT(WRAPPER_BULLETS, "list marks", "箇条書きの記号")                                          \
    TEXT(WRAPPER_BOLD, "bold letters", "太字の指定")                                               \
    TEXT(WRAPPER_TABLE, "a table's bars", "表の罫線")                                              \
    TEXT(WRAPPER_COLUMNS, "separators of columns", "列の区切り文字")                               \
    TEXT(WRAPPER_BREAKS, "line breaks of a screen", "画面幅での改行")

#endif

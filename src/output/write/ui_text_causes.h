/* The part of ui_text.h about where and since when files fail. */
#ifndef MARSIFT_OUTPUT_WRITE_UI_TEXT_CAUSES_H
#define MARSIFT_OUTPUT_WRITE_UI_TEXT_CAUSES_H

/* Placeholders are as in ui_text.h. */
#define CAUSE_TEXTS(TEXT)                                                                          \
    TEXT(ALL_ON_VOLUME, "all on {1}", "すべて {1}")                                                \
    TEXT(ALL_BELOW_FOLDER, "all below {1}", "すべて {1} 以下")                                     \
    TEXT(SOME_ON_VOLUME, "{1} on {2}", "{1} 個は {2}")                                             \
    TEXT(SOME_BELOW_FOLDER, "{1} below {2}", "{1} 個は {2} 以下")                                  \
    TEXT(EXCLUDE_HOW, "How: marsift explain exclusions", "方法: marsift explain exclusions")       \
    TEXT(SINCE, "since {1}", "{1} から継続")                                                       \
    TEXT(IS_NEW, "new", "新規")

#endif

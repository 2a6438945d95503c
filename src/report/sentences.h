/* The sentences that the report writes itself, in every language.
 *
 * A sentence has placeholders {1} to {6} for its arguments, in the order that its comment gives. */
#ifndef MARSIFT_REPORT_SENTENCES_H
#define MARSIFT_REPORT_SENTENCES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"

/* X(NAME, English, Japanese) */
#define REPORT_SENTENCES(X)                                                                                                                \
    /* host, job, failed files, the agent's limit, reasons */                                                                              \
    X(FILES_NEAR_LIMIT, "{1}, job {2}: {3} failed files, the default limit is {4}; mostly {5}",                                            \
      "{1}、ジョブ {2}: 失敗したファイル {3} 個 (既定の上限 {4} 個)、主な理由: {5}")                                                       \
    X(FILES_OVER_LIMIT,                                                                                                                    \
      "{1}, job {2}: {3} failed files, and the job failed: the default limit is {4}; mostly {5}",                                          \
      "{1}、ジョブ {2}: 失敗したファイル {3} 個でジョブも失敗 (既定の上限 {4} 個)、主な理由: {5}")                                         \
    X(FILES_UP_TO_LIMIT,                                                                                                                   \
      "{1}, job {2}: the job failed at its limit, and {3} of its failed files are in the input; "                                          \
      "mostly {5}",                                                                                                                        \
      "{1}、ジョブ {2}: 上限に達してジョブが失敗、入力にある失敗ファイルは {3} 個、主な理由: {5}")                                         \
    X(FILES_OVER_DEFAULT,                                                                                                                  \
      "{1}, job {2}: {3} failed files, more than the default limit of {4}; the job completed, so "                                         \
      "its limit is higher; mostly {5}",                                                                                                   \
      "{1}、ジョブ {2}: 失敗したファイル {3} 個、既定の上限 {4} 個を超過 "                                          \
      "(ジョブは完了しており、上限が引き上げられています)、主な理由: {5}")                                                                 \
    X(REASONS_UNKNOWN, "unknown reasons", "不明")                                                                                          \
    /* host, job, phase, time */                                                                                                           \
    X(JOB_FAILED, "{1}: job {2} failed", "{1}: ジョブ {2} が失敗しました")                                                                 \
    X(JOB_FAILED_IN_PHASE, "{1}: job {2} failed in {3}",                                                                                   \
      "{1}: ジョブ {2} が失敗しました (段階: {3})")                                                                                        \
    X(JOB_FAILED_AT_TIME, "{1}: job {2} failed, {4}", "{1}: ジョブ {2} が失敗しました、{4}")                                               \
    X(JOB_FAILED_IN_PHASE_AT_TIME, "{1}: job {2} failed in {3}, {4}",                                                                      \
      "{1}: ジョブ {2} が失敗しました (段階: {3})、{4}")                                                                                   \
    /* host, days, time of day, starts, first day, last day */                                                                             \
    X(DAILY_JOB_MISSING,                                                                                                                   \
      "{1}: no job on {2} at about {3} (inferred from {4} daily starts, {5} to {6})",                                                      \
      "{1}: {2} の {3} ごろのジョブがありません (毎日、"                                                                   \
      "同じ時刻ごろの開始 {4} 回からの推定: {5} ～ {6})")                                                                                  \
    X(WEEKLY_JOB_MISSING,                                                                                                                  \
      "{1}: no job on {2} at about {3} (inferred from {4} weekly starts, {5} to {6})",                                                     \
      "{1}: {2} の {3} ごろのジョブがありません (毎週、"                                                                   \
      "同じ時刻ごろの開始 {4} 回からの推定: {5} ～ {6})")                                                                                  \
    /* between two items of a list; at its end: number of days or volumes left out */                                                      \
    X(LIST_SEPARATOR, ", ", "、")                                                                                                          \
    X(MORE_DAYS, " and {1} more", " ほか {1} 日")                                                                                          \
    X(MORE_VOLUMES, " and {1} more", " ほか {1} 個")                                                                                       \
    /* host, later job, its start, earlier job, its end */                                                                                 \
    X(JOBS_OVERLAP, "{1}: job {2} began at {3}, before {4} ended at {5}",                                                                  \
      "{1}: ジョブ {2} の開始 ({3}) が、{4} の終了 ({5}) より前です")                                                                      \
    /* host, last begin, newest record */                                                                                                  \
    X(BACKUPS_STOPPED, "{1}: the last backup began {2}; the newest record of the input is of {3}",                                         \
      "{1}: 最後のバックアップの開始は {2}、入力の最新の記録は {3} です")                                                                  \
    X(ONE_BACKUP_KNOWN,                                                                                                                    \
      "{1}: the only backup in the input began {2}; the newest record of the input is of {3}",                                             \
      "{1}: 入力にあるバックアップは {2} に開始した 1 回のみ、入力の最新の記録は {3} です")                                                \
    X(BACKUP_HANGS,                                                                                                                        \
      "{1}: the backup that began {2} has no end; the newest record of the input is of {3}",                                               \
      "{1}: {2} に開始したバックアップに終了の記録がありません。入力の最新の記録は {3} です")                                              \
    X(SYSTEM_STATE_STOPPED,                                                                                                                \
      "{1}: the last backup of the system state began {2}; the newest record of the input is of "                                          \
      "{3}",                                                                                                                               \
      "{1}: システム状態の最後のバックアップの開始は {2}、入力の最新の記録は {3} です")                                                    \
    X(ONE_SYSTEM_STATE_KNOWN,                                                                                                              \
      "{1}: the only backup of the system state in the input began {2}; the newest record of the "                                         \
      "input is of {3}",                                                                                                                   \
      "{1}: 入力にあるシステム状態のバックアップは {2} に開始した 1 回のみ、入力の最新の記録は "      \
      "{3} です")                                                                                                                          \
    X(SYSTEM_STATE_HANGS,                                                                                                                  \
      "{1}: the backup of the system state that began {2} has no end; the newest record of the "                                           \
      "input is of {3}",                                                                                                                   \
      "{1}: {2} に開始したシステム状態のバックアップに終了の記録がありません。入力の最新の記録は " \
      "{3} です")                                                                                                                          \
    /* host, version or folder, oldest supported version or another folder */                                                              \
    X(AGENT_OLD, "{1}: version {2}; the oldest supported one is {3}",                                                                      \
      "{1}: バージョン {2} (サポート対象は {3} 以降)")                                                                                     \
    X(SCRATCH_DIFFERS, "{1}: {2}, and elsewhere {3}", "{1}: {2}、別の場所では {3}")                                                        \
    /* host, job, files that the rule concerns, failed files, percent, folder */                                                           \
    X(SHARE_OF_JOB, "{1}, job {2}: {3} of {4} failed files ({5} %)",                                                                       \
      "{1}、ジョブ {2}: 失敗したファイルのうち {3}/{4} 個 ({5} %)")                                                                        \
    X(SHARE_ON_VOLUME, "{1}, job {2}: {3} of {4} failed files ({5} %), all of them below {6}",                                             \
      "{1}、ジョブ {2}: 失敗したファイルのうち {3}/{4} 個 ({5} %)、すべて {6} 配下")                                                       \
    X(SHARE_MOSTLY_ON_VOLUME,                                                                                                              \
      "{1}, job {2}: {3} of {4} failed files ({5} %), nearly all of them below {6}",                                                       \
      "{1}、ジョブ {2}: 失敗したファイルのうち {3}/{4} 個 ({5} %)、ほぼすべて {6} 配下")

enum sentence_id {
#define SENTENCE_ID(name, ...) SENTENCE_##name,
    REPORT_SENTENCES(SENTENCE_ID)
#undef SENTENCE_ID
        SENTENCE_COUNT
};

enum { MAX_SENTENCE_ARGUMENTS = 6 };

/* A sentence before it is written; the arguments are lent. */
struct sentence {
    enum sentence_id id;
    struct span arguments[MAX_SENTENCE_ARGUMENTS];
};

/* Appends the sentence to `text`. False with the fault set when there is no memory. */
bool sentence_append(const struct sentence *sentence, enum language language, struct buffer *text,
                     struct fault *fault);

/* The sentence in memory of `arena`. On failure a span with bytes NULL and the fault set. */
struct span sentence_write(const struct sentence *sentence, enum language language,
                           struct arena *arena, struct fault *fault);

#endif

/* The servers without a current backup, by the cause: what is to be done first. */
#ifndef MARSIFT_REPORT_TRIAGE_HOSTS_H
#define MARSIFT_REPORT_TRIAGE_HOSTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash_array.h"
#include "report/builder.h"
#include "report/triage_item.h"

/* Servers that have no current backup because of one cause, in the order of the report. */
struct lacking_hosts {
    struct span *names;
    size_t count;
    size_t capacity;
    size_t first;      /* the worst one, and its kind: counts the kinds of report.hosts */
    const char *title; /* of the cause */
    bool is_possible;  /* as step_problem.is_possible */
    bool is_taken;     /* an item of the triage stands for them */
};

/* Start with the `item_bytes` of the array; release the array. */
struct triage_hosts {
    struct hash_array causes; /* of struct lacking_hosts, by the hash of report_host_kind.cause and
                                 cause_action */
};

/* Collects the servers; after build_hosts. False with the fault set. */
bool triage_hosts_collect(const struct builder *builder, struct triage_hosts *hosts);

/* True if a server has no backup because of `cause`. */
bool triage_hosts_are_lacking(const struct triage_hosts *hosts, const char *cause);

/* Puts the items that are causes on top, those of most servers first and then those of the
 * worst server, with their servers. The first
 * item of a cause stands for it. */
void triage_hosts_promote(const struct triage_hosts *hosts, struct triage_item *items,
                          size_t count);

/* Adds one item for the servers of which nothing tells how a backup ended, if something tells it of
 * others; there must be room for it. False with the fault set. */
bool triage_hosts_add_unknown(const struct builder *builder, struct triage_item *items,
                              size_t *count);

/* Adds an item for each cause that no item stands for; there must be room for `hosts->causes.count`
 * of them. */
void triage_hosts_add_rest(const struct builder *builder, const struct triage_hosts *hosts,
                           struct triage_item *items, size_t *count);

#endif

/*
 * marsift: which files and servers that Azure Backup (MARS) agents look after are not protected,
 * why, and what to do first.
 *
 * A run has five steps: open a handle, add what is to be read, run, read the report, close.
 *
 *     struct marsift *run;
 *     if (marsift_open(NULL, &run) == MARSIFT_OK && marsift_add_path(run, "bundle.zip") ==
 * MARSIFT_OK && marsift_run(run) == MARSIFT_OK) puts(marsift_report_json(run, NULL)); else
 *         fprintf(stderr, "%s\n", marsift_last_error(run));
 *     marsift_close(run);
 *
 * Bad input never fails a run. What was damaged, unreadable or cut by a limit is part of the
 * report, and marsift_totals.is_incomplete says that there was some.
 *
 * Threads: a handle belongs to one thread at a time; different handles are independent of each
 * other. A run starts threads of its own (marsift_options.threads) and ends them before marsift_run
 * returns.
 *
 * Memory: everything that a function returns or gives to a callback belongs to the library. It
 * stays until the handle is closed, unless the function says otherwise. Texts are UTF-8 and end
 * with a NUL.
 *
 * The library prints nothing, installs no signal handler, changes neither locale nor environment,
 * never exits and, unlike the program, enters no sandbox: what it may open is what the process may
 * open.
 */
#ifndef MARSIFT_MARSIFT_H
#define MARSIFT_MARSIFT_H

#include <stddef.h>
#include <stdint.h>

/* The version of this header. */
#define MARSIFT_VERSION "0.1.0"

#if defined __GNUC__
#define MARSIFT_API __attribute__((visibility("default")))
#else
#define MARSIFT_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct marsift;

/* What a function returns. Anything but MARSIFT_OK and MARSIFT_STOPPED has a sentence in
 * marsift_last_error. */
enum marsift_status {
    MARSIFT_OK = 0,
    MARSIFT_STOPPED = 1,       /* a callback asked to stop */
    MARSIFT_ERROR_MEMORY = 2,  /* memory or threads were refused */
    MARSIFT_ERROR_OPTION = 3,  /* a member of marsift_options is wrong */
    MARSIFT_ERROR_GRAMMAR = 4, /* a grammar file is wrong */
    MARSIFT_ERROR_CATALOG = 5, /* a catalog file is wrong */
    MARSIFT_ERROR_READ = 6,    /* a grammar or catalog cannot be read */
    MARSIFT_ERROR_USE = 7      /* a function was called out of order or with NULL */
};

/* How to read and what to report. Fill `size`, leave all others 0 or NULL for their defaults. Later
 * versions add members at the end only. Texts and lists are needed until marsift_open returns. */
struct marsift_options {
    size_t size;          /* sizeof(struct marsift_options) */
    const char *language; /* of titles, causes and actions: "en" (default) or "ja" */
    const char
        *by; /* groups of the JSON report: "reason" (default), "code", "host", "folder", "job" */
    int by_risk;      /* not 0: rank what loses data first, else what has most files */
    const char *host; /* the server that all logs come from; NULL: found by folder and file name */
    const char *encoding; /* of all logs, "CP932" ...; NULL: detected */
    const char *since; /* leave out records before this time, "2020-08-04" or "2020-08-04T13:16" */
    const char *until; /* leave out records after it */
    const char *zone;  /* written after every time: "Z", "UTC", "+09:00"; logs have none */
    int year;       /* in which each log begins, 1970 to 9999; 0: found by file name or file time */
    size_t threads; /* 0: one for each processor */
    const char *const *grammars; /* files that add grammars, or replace those of the same name */
    size_t grammar_count;
    const char *const *catalogs; /* files whose rows win over the built-in catalog */
    size_t catalog_count;
};

/* "0.1.0", of the library that runs. */
MARSIFT_API const char *marsift_version(void);

/* Opens a handle in `*run`; `options` may be NULL. After an error `*run` is a handle that serves
 * marsift_last_error and marsift_close alone, or NULL when there was no memory for it. */
MARSIFT_API enum marsift_status marsift_open(const struct marsift_options *options,
                                             struct marsift **run);

/* Ends everything that the handle lent. NULL is allowed. */
MARSIFT_API void marsift_close(struct marsift *run);

/* What the last call that failed on this handle had to say, a sentence; "" if none did. Stays until
 * the next call that fails. With NULL: "out of memory". */
MARSIFT_API const char *marsift_last_error(const struct marsift *run);

/* Adds a file, or a folder with everything below it; "-" is standard input. Nothing is opened
 * before marsift_run. `path` is copied. Logs, lists, archives and compressed files are told apart
 * by content. */
MARSIFT_API enum marsift_status marsift_add_path(struct marsift *run, const char *path);

/* Adds what can be read from an open descriptor, a file's or a pipe's, from where it is. `name` is
 * the file name that the report shows and in which host and date are looked for; NULL if it has
 * none. The name is copied; the descriptor is needed until marsift_run returns, and stays open
 * then. */
MARSIFT_API enum marsift_status marsift_add_descriptor(struct marsift *run, int descriptor,
                                                       const char *name);

/* Adds `length` bytes in memory, as they would be in a file called `name` (NULL: without a name).
 * The name is copied, the bytes are needed until marsift_run returns. */
MARSIFT_API enum marsift_status marsift_add_bytes(struct marsift *run, const void *bytes,
                                                  size_t length, const char *name);

/* Reads everything that was added, in that order, and makes the report. Once for each handle. */
MARSIFT_API enum marsift_status marsift_run(struct marsift *run);

/* The whole report as JSON, the bytes that `marsift --format json` writes
 * (docs/report.schema.json). `length` (may be NULL) receives the bytes before the NUL. NULL before
 * marsift_run, and without memory: see marsift_last_error. */
MARSIFT_API const char *marsift_report_json(struct marsift *run, size_t *length);

/* A text: `length` bytes and a NUL after them. Paths out of logs may hold further NULs. */
struct marsift_text {
    const char *bytes;
    size_t length;
};

struct marsift_totals {
    uint64_t lines;          /* of all logs */
    uint64_t failed_files;   /* distinct */
    uint64_t agent_errors;   /* records */
    uint64_t other_failures; /* records */
    uint64_t not_understood; /* lines */
    size_t hosts;
    size_t reasons;
    int is_incomplete; /* not 0: some input was damaged, unreadable or cut by a limit, or nothing
                          was read */
    int is_exact; /* not 0: `failed_files` was counted; 0: estimated, past max_distinct_files */
};

/* Why files failed: one category of failure. */
struct marsift_reason {
    size_t rank;                /* from 1 */
    const char *category;       /* "access_denied": stable, in every language */
    const char *title;          /* in the language of the options, like everything below */
    const char *severity;       /* "error", "warning" or "information" */
    uint64_t files;             /* distinct */
    uint64_t events;            /* records */
    double share_percent;       /* of all failed files */
    int is_at_risk;             /* not 0: the newest recovery point lacks the current content */
    int is_transient;           /* not 0: may pass without a change */
    const char *const *actions; /* first things first */
    size_t action_count;
    const char *reference;       /* a web page; "" if none */
    struct marsift_text example; /* the path of a file; empty if none */
};

/* A server that logs come from. */
struct marsift_host {
    struct marsift_text name; /* "-" where nothing says which */
    uint64_t logs;
    uint64_t failed_files; /* distinct */
    uint64_t agent_errors; /* records */
};

/* A file that was not backed up or not restored. */
struct marsift_file {
    struct marsift_text host;
    struct marsift_text path;
    const char *category;
    const char *title;       /* of the category */
    const char *code;        /* "0x80070005"; "" when nothing says it */
    const char *symbol;      /* "ERROR_ACCESS_DENIED"; "" if not known */
    const char *time;        /* "2024-07-21T02:10:04.120" of its last failure; "" if unknown */
    struct marsift_text job; /* the job's GUID or list; empty if unknown */
    struct marsift_text operation; /* "BackupRead"; empty if unknown */
    struct marsift_text log;       /* where the failure is recorded */
    uint64_t line;                 /* in that log, from 1 */
    uint64_t events;               /* records about the file */
};

/* Fills `totals`. */
MARSIFT_API enum marsift_status marsift_get_totals(struct marsift *run,
                                                   struct marsift_totals *totals);

/* Gives reasons in their ranking, hosts by name, and failed files in the order of their first
 * records to the callback, one by one, and stops with MARSIFT_STOPPED when it returns anything but
 * 0. What a marsift_file points at is gone when the callback returns; reasons and hosts stay. */
MARSIFT_API enum marsift_status
marsift_each_reason(struct marsift *run,
                    int (*callback)(void *context, const struct marsift_reason *reason),
                    void *context);
MARSIFT_API enum marsift_status
marsift_each_host(struct marsift *run,
                  int (*callback)(void *context, const struct marsift_host *host), void *context);
MARSIFT_API enum marsift_status
marsift_each_file(struct marsift *run,
                  int (*callback)(void *context, const struct marsift_file *file), void *context);

/* Explains a failure code, an agent error, a symbol, a message or a topic, as the JSON of `marsift
 * explain --format json` (docs/explain.schema.json): an array of one object, of kind "unknown" when
 * nothing fits. Before or after marsift_run. `length` may be NULL. The text stays until the next
 * marsift_explain on this handle. NULL without memory, or for an empty query. */
MARSIFT_API const char *marsift_explain(struct marsift *run, const char *query, size_t *length);

#ifdef __cplusplus
}
#endif

#endif

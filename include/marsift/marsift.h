/*
 * marsift: reads the logs of Azure Backup (MARS) agents and reports which files and servers are not
 * protected, why, and what to do first.
 *
 * A run has five steps: open a handle, add inputs, run, read the report, close.
 *
 *     struct marsift *run;
 *     const char *report = NULL;
 *     if (marsift_open(NULL, &run) == MARSIFT_OK &&
 *         marsift_add_path(run, "bundle.zip") == MARSIFT_OK && marsift_run(run) == MARSIFT_OK)
 *         report = marsift_report_json(run, NULL);
 *     puts(report != NULL ? report : marsift_last_error(run));
 *     marsift_close(run);
 *
 * Bad input never fails a run. Anything damaged, unreadable or cut by a limit is part of the
 * report, and marsift_totals.is_incomplete says that there was some.
 *
 * Errors: every function that can fail returns a status or NULL, and marsift_last_error gives the
 * sentence. NULL is an error (MARSIFT_ERROR_USE), never a crash, except where it is allowed.
 *
 * Threads: use a handle from one thread at a time. Different handles are independent of each other.
 * A run starts threads of its own (marsift_options.threads), with the caller's signal mask, and
 * ends them before marsift_run returns. Callbacks run on the thread that called.
 *
 * Memory: everything that a function returns or passes to a callback belongs to the library and
 * stays valid until the handle is closed, unless the function's comment says otherwise. Texts end
 * with a NUL and are UTF-8; but marsift_last_error repeats file names as they were given.
 *
 * The library prints nothing, installs no signal handler, changes neither locale nor environment,
 * and never exits. Unlike the program, it enters no sandbox: it can open whatever the process can.
 * Archives store local times; the library reads them in the process's time zone (TZ), the program
 * always as UTC.
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

/* The result of a call. */
enum marsift_status {
    MARSIFT_OK = 0,
    MARSIFT_STOPPED = 1,       /* a callback asked to stop; not an error */
    MARSIFT_ERROR_MEMORY = 2,  /* out of memory */
    MARSIFT_ERROR_OPTION = 3,  /* a member of marsift_options is wrong */
    MARSIFT_ERROR_GRAMMAR = 4, /* a grammar file is wrong */
    MARSIFT_ERROR_CATALOG = 5, /* a catalog file is wrong */
    MARSIFT_ERROR_READ = 6,    /* a grammar or catalog file cannot be read, or the system cannot
                                  convert the encoding of a log */
    MARSIFT_ERROR_USE = 7      /* a call out of order, or NULL where it is not allowed */
};

/* How to read and what to report. Set `size`; leave every other member 0 or NULL for its default.
 * Later versions add members only at the end, so programs compiled with this header continue to
 * work. Texts and lists need to stay valid only until marsift_open returns. */
struct marsift_options {
    size_t size;          /* sizeof(struct marsift_options) */
    const char *language; /* of titles, causes and actions: "en" (default) or "ja" */
    const char *by;       /* key of the JSON report's groups: "reason" (default), "code", "host",
                             "folder" or "job" */
    int by_risk;          /* not 0: rank by risk, data loss first; 0: by number of files */
    const char *host;     /* the server that all logs come from; NULL: inferred from the names of
                             folders and files */
    const char *encoding; /* of all logs, such as "CP932"; NULL: detected for each log */
    const char *since;    /* leave out records before this time: "2020-08-04", "2020-08-04T13:16" */
    const char *until;    /* leave out records after it */
    const char *zone; /* that of the servers, appended to every time: "Z", "UTC" or an offset such
                         as "+09:00"; most logs do not say in which zone their times are */
    int year;         /* in which each log begins, 1970 to 9999; 0: inferred from the name or
                         the modification time of the file */
    size_t threads;   /* at most 256; 0: one for each processor, fewer if address space is
                         limited (RLIMIT_AS) */
    const char *const *grammars; /* files that add grammars, or replace those of the same name */
    size_t grammar_count;
    const char *const *catalogs; /* files whose rows replace those of the built-in catalog */
    size_t catalog_count;
    int ever;          /* not 0: count every file that ever failed, also those that later backups
                          read; 0: only those that are unprotected now */
    const char *as_of; /* judge servers as of this time, as `since` is written; NULL: as of the
                          newest record */
};

/* Returns the version of the library in use, such as "0.1.0"; compare it to MARSIFT_VERSION. The
 * text is static. */
MARSIFT_API const char *marsift_version(void);

/* Opens a handle and loads grammars and catalog. `options` may be NULL. Close `*run` also after an
 * error: it is then NULL, or a handle on which only marsift_last_error and marsift_close work. */
MARSIFT_API enum marsift_status marsift_open(const struct marsift_options *options,
                                             struct marsift **run);

/* Frees the handle and everything that belongs to it. NULL is allowed. Do not call it from a
 * callback. */
MARSIFT_API void marsift_close(struct marsift *run);

/* Returns why the last call on this handle failed, a sentence without a full stop, or "" if it did
 * not fail. Valid until the next call on the handle. NULL is allowed, since marsift_open can fail
 * without a handle. */
MARSIFT_API const char *marsift_last_error(const struct marsift *run);

/* Adds a file, or a folder with everything below it; "-" is standard input. `path` is copied, and
 * nothing is opened before marsift_run. Logs, lists of files, archives and compressed files are
 * recognised by their content. */
MARSIFT_API enum marsift_status marsift_add_path(struct marsift *run, const char *path);

/* Adds an open descriptor of a file, pipe or device, to be read from its current position to its
 * end. The descriptor must stay open until marsift_run returns; the library does not close it, and
 * its position afterwards is unspecified. A folder's descriptor cannot be read, which the report
 * says. `name`, which is copied, is shown as the file's name, and host and date are inferred from
 * it; NULL: it has none and is shown as "-". */
MARSIFT_API enum marsift_status marsift_add_descriptor(struct marsift *run, int descriptor,
                                                       const char *name);

/* Adds `length` bytes of memory: the content of a file called `name` (as above). The bytes must
 * stay unchanged until marsift_run returns. `bytes` may be NULL if `length` is 0. */
MARSIFT_API enum marsift_status marsift_add_bytes(struct marsift *run, const void *bytes,
                                                  size_t length, const char *name);

/* Reads everything that was added, in that order, and builds the report. Call it once for each
 * handle; after an error there is no report. Without any input the report is empty and
 * is_incomplete is set. */
MARSIFT_API enum marsift_status marsift_run(struct marsift *run);

/* Returns the whole report as JSON (docs/report.schema.json), the same bytes that `marsift --format
 * json` writes with the same options. `length` (may be NULL) receives the number of bytes before
 * the NUL, 0 after an error. NULL before a successful marsift_run, or out of memory. */
MARSIFT_API const char *marsift_report_json(struct marsift *run, size_t *length);

/* A text of `length` bytes and a NUL. Paths taken from logs may themselves contain NULs. */
struct marsift_text {
    const char *bytes;
    size_t length;
};

/* The totals of a report. The library owns every one; later versions add members at the end. */
struct marsift_totals {
    uint64_t lines;          /* of all logs */
    uint64_t failed_files;   /* distinct, unprotected now; with marsift_options.ever all */
    uint64_t agent_errors;   /* records */
    uint64_t other_failures; /* records */
    uint64_t not_understood; /* lines */
    size_t hosts;
    size_t reasons;
    int is_incomplete; /* not 0: some input was damaged, unreadable or cut by a limit, or no line
                          was read */
    int is_exact; /* not 0: `failed_files` is exact; 0: it is an estimate, since there were more
                     than the limit max_distinct_files */
};

/* One reason for which files are unprotected (with marsift_options.ever: for which any failed): a
 * category of failure. */
struct marsift_reason {
    size_t rank;          /* from 1 */
    const char *category; /* such as "access_denied"; the same in every language */
    const char *title;    /* in the language of the options, as `actions` are */
    const char *severity; /* "error", "warning" or "information" */
    uint64_t files;       /* distinct */
    uint64_t events;      /* records */
    double share_percent; /* of all failed files */
    int is_at_risk;       /* not 0: the newest recovery point lacks the current content of files */
    int is_transient;     /* not 0: may go away without any action */
    const char *const *actions; /* what to do, in this order */
    size_t action_count;
    const char *reference;       /* URL of a web page; "" if none */
    struct marsift_text example; /* path of one of the files; empty if none */
};

/* A server that logs come from. */
struct marsift_host {
    struct marsift_text name; /* "-" for logs whose server is not known */
    uint64_t logs;
    uint64_t failed_files; /* distinct */
    uint64_t agent_errors; /* records */
};

/* A file that no backup has read since it failed; with marsift_options.ever, any that failed. */
struct marsift_file {
    struct marsift_text host;
    struct marsift_text path;
    const char *category;
    const char *title;       /* of the category */
    const char *code;        /* such as "0x80070005"; "" if unknown */
    const char *symbol;      /* such as "ERROR_ACCESS_DENIED"; "" if unknown */
    const char *time;        /* such as "2024-07-21T02:10:04.120", with `zone`; "" if unknown */
    struct marsift_text job; /* the job's GUID, or the name of the list; empty if unknown */
    struct marsift_text operation; /* such as "BackupRead"; empty if unknown */
    struct marsift_text log;       /* that records the failure */
    uint64_t line;                 /* in that log, from 1 */
    uint64_t events;               /* records about the file */
};

/* The totals, valid until the handle is closed. NULL before a successful marsift_run. */
MARSIFT_API const struct marsift_totals *marsift_get_totals(struct marsift *run);

/* Call `callback` for every reason in the order of the ranking, every host, the worst
 * first, or every unprotected file (with marsift_options.ever: every one that failed) in the order
 * of first records, as far as max_distinct_files allows. A callback that
 * returns anything but 0 stops the loop, and MARSIFT_STOPPED is returned. The texts of a reason or
 * host stay valid until the handle is closed, those of a file only until the callback returns. A
 * callback may call every function on the handle but marsift_close. MARSIFT_ERROR_USE before a
 * successful marsift_run. */
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

/* Explains a failure code, an agent error, a symbol, a message or a topic. Returns the JSON of
 * `marsift explain --format json` (docs/explain.schema.json): an array of one object, whose kind is
 * "unknown" if nothing matches. Works before and after marsift_run, also one that failed. `length`
 * (may be NULL) receives the number of bytes before the NUL, 0 after an error. The text is valid
 * until the next marsift_explain on this handle. NULL for an empty query, or out of memory. */
MARSIFT_API const char *marsift_explain(struct marsift *run, const char *query, size_t *length);

#ifdef __cplusplus
}
#endif

#endif

/* Generates the inputs of the measurements: invented logs in the agent's formats, the same bytes on
 * every machine and in every run.
 *
 *   generate engine LINES        an engine log of one server, 11 columns, a tenth of it failures
 *   generate rounds LINES        the same, but jobs and files repeat every 4 nights
 *   generate list ENTRIES        a failed-files list of different files, with all reasons
 *   generate servers DIR COUNT   COUNT small engine logs below DIR, a folder for each server
 *   generate files DIR COUNT     COUNT tiny logs and lists in one folder, each with its own files
 *   generate long-line BYTES     an engine log with one line of BYTES bytes
 *
 * Logs go to standard output, the counts that a reader must find to standard error, as a line
 * `lines N failures N files N`. Exit status: 0, 2 on wrong usage, 5 if writing fails. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
    lines_of_job = 75000,   /* one night of a medium-sized file server */
    lines_of_server = 5000, /* one small log of a bundle */
    lines_of_file = 20,     /* a tiny log or list */
    nights_of_round = 4,
    failures_in_hundred = 10,
};

/* A pseudo-random sequence (splitmix64, Steele et al. 2014), the same in every run. */
struct numbers {
    uint64_t state;
};

static uint64_t mixed(uint64_t value)
{
    value = (value ^ (value >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94D049BB133111EB);
    return value ^ (value >> 31);
}

static uint64_t next_below(struct numbers *numbers, uint64_t bound)
{
    numbers->state += UINT64_C(0x9E3779B97F4A7C15);
    return mixed(numbers->state) % bound;
}

/* The counts that a reader must find in a log. */
struct truth {
    uint64_t lines, failures, files;
};

/* The log to be written. */
struct plan {
    uint64_t lines, seed;
    uint64_t first_file;     /* the number of the first file that fails */
    uint64_t lines_of_round; /* jobs and files repeat after so many lines; 0: never */
};

static const char *const departments[] = {
    "Accounts", "HR",       "Projects", "Sales",  "Scans",
    "Quality",  "Planning", "人事部",   "経理部", "Müller & Söhne"};
static const char *const subjects[] = {"contract", "offer",           "ledger (final)", "minutes",
                                       "photo",    "drawing",         "plan",           "会議資料",
                                       "invoice",  "open items, July"};
static const char *const extensions[] = {"docx", "xlsx", "pdf", "pst", "jpg", "dwg", "tmp", "mdb"};

/* The codes of ten thousand failed files: most are in use, denied or deleted, the others are rare.
 * Each of the catalog's reasons for a file has at least one code. */
static const struct {
    const char *code;
    unsigned share;
} failures[] = {
    {"0x80070020", 3800}, {"0x80070021", 300}, {"0x80070005", 2000}, {"0x80070002", 1200},
    {"0x80070003", 500},  {"0x8007018b", 700}, {"0x8007016a", 100},  {"0x80070780", 300},
    {"0x80070032", 50},   {"0x80070570", 150}, {"0x8007007b", 100},  {"0x800700ce", 60},
    {"0x80071770", 120},  {"0x8000ffff", 120}, {"0x80070040", 100},  {"0x80070079", 40},
    {"0x800705aa", 100},  {"0x80070017", 70},  {"0x8007045d", 70},   {"0x800700e1", 50},
    {"0x80070070", 40},   {"0x80070015", 30}};

/* Returns the code with which the file always fails. */
static const char *code_of(uint64_t file)
{
    unsigned place = (unsigned)(mixed(file) % 10000);
    size_t at = 0;
    while (place >= failures[at].share)
        place -= failures[at++].share;
    return failures[at].code;
}

/* Writes the path of a file, unique for each number, in one of about ten thousand folders. */
static void write_path(FILE *out, uint64_t file)
{
    uint64_t folder = mixed(file / 40 + 1);
    const char *cloud = folder % 29 == 0 ? "OneDrive\\" : "";
    fprintf(
        out, "%c:\\Data\\%s%s\\20%02u\\Case %05u %s\\%s %07" PRIu64 ".%s", "DEF"[folder % 3], cloud,
        departments[(folder >> 8) % COUNT_OF(departments)], (unsigned)(folder >> 16) % 25,
        (unsigned)(folder >> 24) % 100000, subjects[(folder >> 40) % COUNT_OF(subjects)],
        subjects[(file / 7) % COUNT_OF(subjects)], file, extensions[file % COUNT_OF(extensions)]);
}

static void write_prefix(FILE *out, uint64_t line, const char *place, uint64_t job,
                         const char *level)
{
    uint64_t night = line / lines_of_job;
    uint64_t thousandth = 3600000 + (line % lines_of_job) * 97;
    fprintf(out,
            "1A2C\t%04X\t%02u/%02u\t%02u:%02u:%02u.%03u\t%s\t[000000001B2F40D0]\t"
            "%08X-0D64-4F7A-9B0E-%012" PRIX64 "\t\t%s\t",
            (unsigned)(0x0F00 + mixed(line) % 16 * 4), (unsigned)(night / 28 % 12 + 1),
            (unsigned)(night % 28 + 1), (unsigned)(thousandth / 3600000),
            (unsigned)(thousandth / 60000 % 60), (unsigned)(thousandth / 1000 % 60),
            (unsigned)(thousandth % 1000), place, (unsigned)mixed(job), mixed(job + 1) >> 16,
            level);
}

static void write_harmless(FILE *out, struct numbers *numbers, uint64_t line, uint64_t job)
{
    switch (next_below(numbers, 5)) {
    case 0:
        write_prefix(out, line, "70\titemcatalogupdater.cpp(652)", job, "NORMAL");
        fputs("Uploading 500 RO entries\n", out);
        break;
    case 1:
        write_prefix(out, line, "32\tfileprovider.cpp(1479)", job, "NORMAL");
        fprintf(out, "==>FileProvider::BeginData, offset %" PRIu64 "\n",
                next_below(numbers, 1 << 30));
        break;
    case 2:
        write_prefix(out, line, "18\tmtffile.cpp(1101)", job, "NORMAL");
        fputs("Reading ", out);
        write_path(out, next_below(numbers, 10000000));
        fprintf(out, " done, %" PRIu64 " bytes\n", next_below(numbers, 1 << 26));
        break;
    case 3:
        write_prefix(out, line, "31\tvsssnapshotrequestor.cpp(2204)", job, "NORMAL");
        fprintf(out, "Snapshot is alive, %" PRIu64 " MB of its storage used\n",
                next_below(numbers, 5000));
        break;
    default:
        write_prefix(out, line, "3\tdynamicloadedmodule.cpp(61)", job, "WARNING");
        fputs("GetModuleHandle failed for Library [vssapi.dll], will try LoadLibrary\n", out);
    }
}

static void write_failure(FILE *out, uint64_t line, uint64_t job, uint64_t file)
{
    write_prefix(out, line, "18\tmtffile.cpp(1372)", job, "WARNING");
    fprintf(out, "Failed: Hr: = [%s] BackupRead failed on file(", code_of(file));
    write_path(out, file);
    fputs(")\n", out);
}

static void write_milestone(FILE *out, uint64_t line, uint64_t job, const char *milestone)
{
    write_prefix(out, line, "71\tbackupasync.cpp(1299)", job, "NORMAL");
    fprintf(out, "Backup Progress: %s\n", milestone);
}

/* Writes an engine log. Files fail on many nights: only a tenth of the failures are of new files.
 */
static struct truth write_engine(FILE *out, struct plan plan)
{
    struct numbers numbers = {mixed(plan.seed)};
    struct truth truth = {.lines = plan.lines};
    for (uint64_t at = 0; at < plan.lines; at++) {
        uint64_t line = plan.lines_of_round ? at % plan.lines_of_round : at;
        uint64_t job = plan.seed * 1000 + line / lines_of_job;
        if (line % lines_of_job == 0) {
            write_milestone(out, line, job, "Prebackup started.");
        } else if (line % lines_of_job == lines_of_job - 1 || at == plan.lines - 1) {
            write_milestone(out, line, job, "UnInitialize Storage finsihed.");
        } else if (next_below(&numbers, 100) < failures_in_hundred) {
            bool is_new = truth.files == 0 || (next_below(&numbers, 10) == 0 && at == line);
            uint64_t file = is_new ? truth.files++ : next_below(&numbers, truth.files);
            write_failure(out, line, job, plan.first_file + file);
            truth.failures++;
        } else {
            write_harmless(out, &numbers, line, job);
        }
    }
    return truth;
}

static struct truth write_list(FILE *out, uint64_t entries, uint64_t first_file)
{
    fputs("Consider adding these to exclusion list of backup "
          "policy.----------------------------------------------\n",
          out);
    for (uint64_t entry = first_file; entry < first_file + entries; entry++) {
        fprintf(out, "%s, ", code_of(entry));
        write_path(out, entry);
        fputc('\n', out);
    }
    for (int i = 0; i < 103; i++)
        fputc('-', out);
    fputc('\n', out);
    return (struct truth){.lines = entries + 2, .failures = entries, .files = entries};
}

static struct truth write_long_line(FILE *out, uint64_t bytes)
{
    struct truth truth = write_engine(out, (struct plan){.lines = 1000, .seed = 1});
    write_prefix(out, 1000, "18\tmtffile.cpp(1372)", 1000, "NORMAL");
    for (uint64_t i = 0; i < bytes; i++)
        fputc("0123456789abcdef"[i % 16], out);
    fputc('\n', out);
    truth.lines++;
    return truth;
}

static FILE *open_server(const char *folder, uint64_t server)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/SRV%04" PRIu64, folder, server);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/SRV%04" PRIu64 "/CBEngineCurr.errlog", folder, server);
    return fopen(path, "w");
}

/* Adds the counts of `part` and closes `out`. True if `out` was written completely. */
static bool close_part(FILE *out, struct truth part, struct truth *truth)
{
    truth->lines += part.lines, truth->failures += part.failures, truth->files += part.files;
    return fclose(out) == 0;
}

/* True if everything was written. */
static bool write_servers(const char *folder, uint64_t count, struct truth *truth)
{
    mkdir(folder, 0777);
    for (uint64_t server = 0; server < count; server++) {
        FILE *out = open_server(folder, server);
        if (out == NULL)
            return false;
        struct plan plan = {.lines = lines_of_server, .seed = server};
        if (!close_part(out, write_engine(out, plan), truth))
            return false;
    }
    return true;
}

/* True if everything was written. Every second file is a list. */
static bool write_files(const char *folder, uint64_t count, struct truth *truth)
{
    char path[4096];
    mkdir(folder, 0777);
    for (uint64_t number = 0; number < count; number++) {
        bool is_list = number % 2 == 1;
        snprintf(path, sizeof path,
                 is_list ? "%s/LastBackupFailedFiles%" PRIu64 "_7_21_2024.txt"
                         : "%s/CBEngine%" PRIu64 ".errlog",
                 folder, number);
        FILE *out = fopen(path, "w");
        if (out == NULL)
            return false;
        struct plan plan = {.lines = lines_of_file, .seed = number, .first_file = truth->files};
        struct truth part =
            is_list ? write_list(out, lines_of_file, truth->files) : write_engine(out, plan);
        if (!close_part(out, part, truth))
            return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    const char *kind = argc > 2 ? argv[1] : "";
    uint64_t count = argc > 2 ? strtoull(argv[argc - 1], NULL, 10) : 0;
    struct plan plan = {.lines = count, .seed = 1};
    struct truth truth = {0};
    bool written = true;
    if (strcmp(kind, "engine") == 0) {
        truth = write_engine(stdout, plan);
    } else if (strcmp(kind, "rounds") == 0) {
        plan.lines_of_round = nights_of_round * lines_of_job;
        truth = write_engine(stdout, plan);
    } else if (strcmp(kind, "list") == 0) {
        truth = write_list(stdout, count, 0);
    } else if (strcmp(kind, "long-line") == 0) {
        truth = write_long_line(stdout, count);
    } else if (strcmp(kind, "servers") == 0 && argc > 3) {
        written = write_servers(argv[2], count, &truth);
    } else if (strcmp(kind, "files") == 0 && argc > 3) {
        written = write_files(argv[2], count, &truth);
    } else {
        fputs("usage: generate engine|rounds|list|long-line COUNT, or generate servers|files DIR "
              "COUNT\n",
              stderr);
        return 2;
    }
    if (!written || fflush(stdout) != 0 || ferror(stdout)) {
        fputs("generate: the output could not be written\n", stderr);
        return 5;
    }
    fprintf(stderr, "lines %" PRIu64 " failures %" PRIu64 " files %" PRIu64 "\n", truth.lines,
            truth.failures, truth.files);
    return 0;
}

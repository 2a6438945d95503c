#include "input/host_log_name.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/hash.h"
#include "text/host_shape.h"
#include "text/host_words.h"

/* How the names of the agent's own logs and lists begin, and of what collectors write. */
static const char *const log_stems[] = {
    "CBEngine",        "CBUI",          "MSDPM",
    "DPMRA",           "OBInstaller",   "OBManagedlog",
    "GatewayProvider", "OBMsi",         "LastBackupFailedFiles",
    "Backup_Error",    "MARS_Registry", "OnlineJob_History",
    "CloudBackup",
};

/* Returns where the agent's own name begins in that of a log, and sets `*end` after it; the length
 * if it is not there. */
static size_t find_stem(struct span name, size_t *end)
{
    for (size_t i = 0; i < COUNT_OF(log_stems); i++) {
        struct span stem = span_of(log_stems[i]);
        for (size_t start = 0; start + stem.length <= name.length; start++) {
            bool is_word = start == 0 || host_shape_is_separator(name.bytes[start - 1]);
            if (!is_word ||
                !span_starts_with_ignoring_case(span_slice(name, start, name.length), stem))
                continue;
            *end = start + stem.length;
            return start;
        }
    }
    *end = name.length;
    return name.length;
}

bool host_log_name_is_agents(struct span name)
{
    size_t end;
    return find_stem(name, &end) < name.length ||
           span_ends_with_ignoring_case(name, span_of(".errlog"));
}

bool host_log_name_is_current(struct span name)
{
    size_t end;
    size_t start = find_stem(name, &end);
    return span_starts_with_ignoring_case(span_slice(name, start, name.length),
                                          span_of("CBEngineCurr"));
}

bool host_log_name_is_earlier(struct span name)
{
    size_t end;
    find_stem(name, &end);
    size_t after = end;
    while (after < name.length && ascii_is_digit(name.bytes[after]))
        after++;
    return after > end && after < name.length && name.bytes[after] == '.';
}

uint64_t host_log_name_key(struct span name, uint64_t folder)
{
    size_t end;
    size_t start = find_stem(name, &end);
    bool has_stem = start < name.length;
    uint64_t key = folder;
    for (size_t i = has_stem ? start : 0; i < end; i++) {
        if (!has_stem && ascii_is_digit(name.bytes[i]))
            break;
        key = hash_mix(key, (unsigned char)ascii_to_lower(name.bytes[i]));
    }
    return key;
}

/* The offset after the last `mark`; 0 if there is none. */
static size_t after_last(struct span name, char mark)
{
    size_t at = name.length;
    while (at > 0 && name.bytes[at - 1] != mark)
        at--;
    return at;
}

/* The start of a service's name after the last hyphen: N1-ServiceCurr.errlog, FS01-Service2.errlog.
 * 0: there is none. A word in small letters is no service, but people put any after a host that
 * ends in a number: FS01-monday.errlog. */
static size_t find_service(struct span name)
{
    static const char suffix[] = ".errlog";
    struct span host;
    if (!span_ends_with_ignoring_case(name, span_of(suffix)))
        return 0;
    struct span service = span_slice(name, 0, name.length - (sizeof suffix - 1));
    size_t dash = after_last(service, '-');
    struct span word = span_slice(service, dash, service.length);
    if (dash < 2 || word.length == 0 || !ascii_is_letter(word.bytes[0]))
        return 0;
    bool is_usual = ascii_is_digit(word.bytes[word.length - 1]) ||
                    ascii_to_lower(word.bytes[0]) != word.bytes[0] ||
                    ascii_is_digit(name.bytes[dash - 2]);
    bool is_service =
        span_ends_with_ignoring_case(word, span_of("Curr")) ||
        (is_usual && host_rank_of_folder(span_slice(name, 0, dash), &host) == HOST_RANK_LIKELY);
    return is_service ? dash : 0;
}

/* The offset after the separators and numbers at `start`, such as a list's date; `start` if that is
 * all, as of an address. */
static size_t after_numbers(struct span name, size_t start)
{
    size_t end = start;
    size_t i = start;
    for (; i < name.length; i++)
        if (host_shape_is_separator(name.bytes[i]))
            end = i + 1;
        else if (!ascii_is_digit(name.bytes[i]))
            return end;
    return start;
}

/* The host after the agent's name: CBEngineCurr_FS01.errlog. What is joined to the name without a
 * separator is the agent's, and so are numbers such as 17af1. */
static enum host_rank rank_of_rest(struct span rest, struct span *host)
{
    size_t start = 0;
    while (start < rest.length && !host_shape_is_separator(rest.bytes[start]))
        start++;
    start = after_numbers(rest, start + (start < rest.length));
    enum host_rank rank = host_rank_of_folder(span_slice(rest, start, rest.length), host);
    size_t hex = 0;
    while (hex < host->length && ascii_hex_digit(host->bytes[hex]) >= 0)
        hex++;
    bool is_id = hex > 4 && (hex == host->length || host_shape_is_separator(host->bytes[hex]));
    if (rank == HOST_RANK_LIKELY && !is_id)
        return rank;
    *host = (struct span){0};
    return HOST_RANK_NONE;
}

/* A name with a word such as "jobs": FS02_jobs.txt. */
static enum host_rank rank_of_words_of_log(struct span name, struct span *host)
{
    bool has_log_word = false;
    size_t start = 0;
    for (size_t i = 0; i <= name.length; i++) {
        if (i < name.length && !host_shape_is_separator(name.bytes[i]))
            continue;
        has_log_word |= host_words_has_log(span_slice(name, start, i));
        start = i + 1;
    }
    if (has_log_word && host_rank_of_folder(name, host) == HOST_RANK_LIKELY)
        return HOST_RANK_LIKELY;
    *host = (struct span){0};
    return HOST_RANK_NONE;
}

/* A log that is called after its server alone, in capitals: SRV1.errlog. Those of services of DPM,
 * LAgent0.errlog and DPMUI1.errlog, look alike. */
static enum host_rank rank_of_server_alone(struct span name, struct span *host)
{
    static const char suffix[] = ".errlog";
    static const char own[] = "DPM";
    if (!span_ends_with_ignoring_case(name, span_of(suffix)) ||
        span_starts_with_ignoring_case(name, span_of(own)))
        return HOST_RANK_NONE;
    struct span server = span_slice(name, 0, name.length - (sizeof suffix - 1));
    for (size_t i = 0; i < server.length; i++)
        if (ascii_is_lower(server.bytes[i]))
            return HOST_RANK_NONE;
    enum host_rank rank = host_rank_of_folder(server, host);
    if (rank == HOST_RANK_LIKELY && host->length == server.length)
        return rank;
    *host = (struct span){0};
    return HOST_RANK_NONE;
}

static struct span without_extension(struct span name)
{
    size_t dot = after_last(name, '.');
    return dot > 0 ? span_slice(name, 0, dot - 1) : name;
}

enum host_rank host_log_name_rank(struct span name, struct span *host)
{
    size_t end;
    size_t stem = find_stem(name, &end);
    *host = (struct span){0};
    if (name.length > MAX_HOST_NAME_BYTES)
        return HOST_RANK_NONE;
    if (stem == name.length && rank_of_server_alone(name, host) == HOST_RANK_LIKELY)
        return HOST_RANK_LIKELY;
    if (stem == name.length) {
        stem = find_service(name);
        end = name.length;
        if (stem == 0)
            return rank_of_words_of_log(without_extension(name), host);
    }
    enum host_rank rank = host_rank_of_folder(span_slice(name, 0, stem), host);
    if (rank >= HOST_RANK_POSSIBLE)
        return rank;
    return rank_of_rest(without_extension(span_slice(name, end, name.length)), host);
}

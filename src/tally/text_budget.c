#include "tally/text_budget.h"

static bool note(struct tally *tally, const struct tally_log *log, enum limit_id id,
                 struct fault *fault)
{
    return tally_note_limit(tally, id, log->shown.source, log->shown.member, fault);
}

bool text_budget_folder(struct tally *tally, const struct tally_log *log, uint64_t key,
                        struct span folder, uint32_t *number, struct fault *fault)
{
    const struct limits *limits = tally->options.limits;
    struct string_pool *folders = &tally->folders;
    bool has_place = folders->count < limits->max_folders;
    if ((has_place && folders->bytes + folder.length <= limits->max_folder_bytes) ||
        hash_table_find(&folders->numbers, key, number))
        return string_pool_add(folders, &tally->arena, key, folder, number, fault);
    *number = FILE_NO_FOLDER;
    return note(tally, log, has_place ? LIMIT_max_folder_bytes : LIMIT_max_folders, fault);
}

bool text_budget_host(struct tally *tally, const struct tally_log *log, struct span host,
                      uint64_t *key, uint32_t *number, struct fault *fault)
{
    struct string_pool *hosts = &tally->hosts;
    bool has_place = hosts->count < tally->options.limits->max_host_codes;
    *key = tally_host_key(tally, host);
    if (hash_table_find(&hosts->numbers, *key, number))
        return true;
    if (!has_place || !text_budget_has_room(tally, host)) {
        host = span_of(TALLY_UNKNOWN_HOST);
        *key = tally_host_key(tally, host);
        if (!note(tally, log, has_place ? LIMIT_max_text_bytes : LIMIT_max_host_codes, fault))
            return false;
    }
    uint64_t bytes = hosts->bytes;
    bool done = string_pool_add(hosts, &tally->arena, *key, host, number, fault);
    tally->text_bytes += hosts->bytes - bytes;
    return done;
}

bool text_budget_has_room(const struct tally *tally, struct span text)
{
    return tally->text_bytes + text.length <= tally->options.limits->max_text_bytes;
}

bool text_budget_text(struct tally *tally, const struct tally_log *log, struct span text,
                      struct span *copy, struct fault *fault)
{
    if (!text_budget_has_room(tally, text)) {
        *copy = span_of("");
        return note(tally, log, LIMIT_max_text_bytes, fault);
    }
    *copy = arena_copy(&tally->arena, text, fault);
    tally->text_bytes += text.length;
    return copy->bytes != NULL;
}

#include "tally/volume_counts.h"

#include "base/hash.h"

void volume_counts_open(struct volume_counts *volumes, const struct limits *limits, uint64_t seed)
{
    *volumes = (struct volume_counts){.limits = limits,
                                      .seed = seed,
                                      .volumes.item_bytes = sizeof(struct tally_volume),
                                      .volume_paths.item_bytes = sizeof(struct tally_volume_path)};
}

void volume_counts_release(struct volume_counts *volumes)
{
    hash_array_release(&volumes->volumes);
    hash_array_release(&volumes->volume_paths);
    hash_table_release(&volumes->joined);
}

static bool note_value(struct volume_counts *volumes, uint64_t key, uint64_t value,
                       struct fault *fault)
{
    bool is_new = false;
    bool is_full = volumes->volumes.count >= 2 * volumes->limits->max_volume_paths;
    uint32_t number = 0;
    if (is_full && !hash_table_find(&volumes->volumes.numbers, key, &number)) {
        volumes->dropped_paths++;
        return true;
    }
    struct tally_volume *volume = hash_array_add(&volumes->volumes, key, &is_new, fault);
    if (volume == NULL)
        return false;
    volume->is_doubtful = volume->is_doubtful || (!is_new && volume->value != value);
    volume->value = value;
    return true;
}

static uint64_t key_of_volume(uint64_t host_key, uint64_t volume)
{
    return hash_mix(hash_mix(host_key, 'v'), volume);
}

static uint64_t key_of_letter(uint64_t host_key, uint64_t letter)
{
    return hash_mix(hash_mix(host_key, 'l'), letter);
}

bool volume_counts_note(struct volume_counts *volumes, const struct volume_fact *fact,
                        struct fault *fault)
{
    uint64_t letter = (unsigned char)fact->letter;
    return note_value(volumes, key_of_volume(fact->host_key, fact->volume), letter, fault) &&
           note_value(volumes, key_of_letter(fact->host_key, letter), fact->volume, fault);
}

bool volume_counts_add_path(struct volume_counts *volumes, struct arena *arena,
                            struct tally_volume_path file, struct fault *fault)
{
    const struct limits *limits = volumes->limits;
    if (!volume_of_path(file.path, volumes->seed, &file.volume, &file.prefix_length))
        return true;
    if (volumes->volume_paths.count >= limits->max_volume_paths) {
        volumes->dropped_paths++;
        return true;
    }
    if (volumes->path_bytes + file.path.length > limits->max_volume_path_bytes) {
        volumes->too_long_paths++;
        return true;
    }
    struct tally_volume_path *path = hash_array_append(&volumes->volume_paths, fault);
    if (path == NULL)
        return false;
    *path = file;
    path->path = arena_copy(arena, file.path, fault);
    volumes->path_bytes += file.path.length;
    return path->path.bytes != NULL;
}

static const struct tally_volume *find_certain(const struct volume_counts *volumes, uint64_t key)
{
    uint32_t number = 0;
    if (!hash_table_find(&volumes->volumes.numbers, key, &number))
        return NULL;
    const struct tally_volume *volume = hash_array_at(&volumes->volumes, number);
    return volume->is_doubtful ? NULL : volume;
}

char volume_counts_letter(const struct volume_counts *volumes, uint64_t host_key, uint64_t volume)
{
    const struct tally_volume *letter = find_certain(volumes, key_of_volume(host_key, volume));
    if (letter == NULL || find_certain(volumes, key_of_letter(host_key, letter->value)) == NULL)
        return 0;
    return (char)letter->value;
}

bool volume_counts_index(struct volume_counts *volumes, struct fault *fault)
{
    for (size_t i = 0; i < volumes->volume_paths.count; i++) {
        const struct tally_volume_path *path = hash_array_at(&volumes->volume_paths, i);
        uint32_t *value = NULL;
        bool is_new = false;
        if (path->joined_key != 0 &&
            !hash_table_add(&volumes->joined, path->key, (uint32_t)i, &value, &is_new, fault))
            return false;
    }
    return true;
}

uint64_t volume_counts_joined_key(const struct volume_counts *volumes, uint64_t key)
{
    uint32_t number = 0;
    if (!hash_table_find(&volumes->joined, key, &number))
        return key;
    const struct tally_volume_path *path = hash_array_at(&volumes->volume_paths, number);
    return path->joined_key;
}

#include "input/host_name.h"

#include "input/host_walk.h"

struct span host_name_of_place(struct span place)
{
    struct span best = {0};
    enum host_rank rank = HOST_RANK_NONE;
    struct host_walk walk;
    host_walk_start(&walk, place);
    while (rank != HOST_RANK_LIKELY && host_walk_next(&walk))
        if (walk.rank > rank) {
            rank = walk.rank;
            best = walk.host;
        }
    return best;
}

bool host_name_write_place(const struct host_inputs *inputs, struct span source, struct span member,
                           struct buffer *place, struct fault *fault)
{
    place->length = 0;
    return buffer_append(place, host_inputs_place(inputs, source), fault) &&
           (member.length == 0 ||
            (buffer_append_byte(place, '/', fault) && buffer_append(place, member, fault)));
}

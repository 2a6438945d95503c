#include "input/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "input/display_name.h"
#include "input/file.h"
#include "input/folder.h"
#include "input/source_state.h"

/* A source as the caller gives it: the first of the three that is set. */
struct source_place {
    const char *path;         /* NULL: none */
    const struct span *bytes; /* NULL: none */
    int descriptor;
};

/* A file that the user named may be anything that can be read: a pipe, a device, a link. */
static bool read_path(struct source_state *state, const char *path, struct fault *fault)
{
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return folder_read(state, path, fault);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        source_state_system_problem(state, "", "cannot open", errno);
        return true;
    }
    bool done = file_read(state, descriptor, span_of(""), /* named_directly= */ true, fault);
    close(descriptor);
    return done;
}

static bool read_place(struct source_state *state, const struct source_place *place,
                       struct fault *fault)
{
    if (place->path != NULL)
        return read_path(state, place->path, fault);
    if (place->bytes != NULL)
        return file_read_bytes(state, *place->bytes, fault);
    return file_read(state, place->descriptor, span_of(""), /* named_directly= */ true, fault);
}

static bool read_source(const struct source_place *place, const char *name,
                        const struct source_options *options, const struct source_handler *handler,
                        struct fault *fault)
{
    char *display_name = display_name_copy(span_of(name != NULL ? name : "-"), fault);
    if (display_name == NULL)
        return false;
    struct source_state state = {.options = options, .handler = handler, .source = display_name};
    bool done = read_place(&state, place, fault);
    decoder_release(&state.decoder);
    memory_free(display_name);
    return done;
}

bool source_read(const char *path, const struct source_options *options,
                 const struct source_handler *handler, struct fault *fault)
{
    bool is_standard_input = strcmp(path, "-") == 0;
    struct source_place place = {.path = is_standard_input ? NULL : path,
                                 .descriptor = STDIN_FILENO};
    return read_source(&place, path, options, handler, fault);
}

bool source_read_descriptor(int descriptor, const char *name, const struct source_options *options,
                            const struct source_handler *handler, struct fault *fault)
{
    struct source_place place = {.descriptor = descriptor};
    return read_source(&place, name, options, handler, fault);
}

bool source_read_bytes(struct span bytes, const char *name, const struct source_options *options,
                       const struct source_handler *handler, struct fault *fault)
{
    struct source_place place = {.bytes = &bytes};
    return read_source(&place, name, options, handler, fault);
}

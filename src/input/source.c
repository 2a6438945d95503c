#include "input/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "input/display_name.h"
#include "input/file.h"
#include "input/folder.h"
#include "input/source_state.h"

static void tell_errno(const struct source_state *reading, int reason)
{
    char sentence[128];
    snprintf(sentence, sizeof sentence, "cannot open: %s", strerror(reason));
    source_state_problem(reading, "", sentence);
}

/* A file that the user named may be anything that can be read: a pipe, a device, a link. */
static bool read_named(struct source_state *reading, const char *path, struct fault *fault)
{
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return folder_read(reading, path, fault);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        tell_errno(reading, errno);
        return true;
    }
    bool done = file_read(reading, descriptor, span_of(""), true, fault);
    close(descriptor);
    return done;
}

bool source_read(const char *path, const struct source_options *options,
                 const struct source_handler *handler, struct fault *fault)
{
    char *shown = display_name_copy(span_of(path), fault);
    if (shown == NULL)
        return false;
    struct source_state reading = {.options = options, .handler = handler, .source = shown};
    bool is_standard_input = strcmp(path, "-") == 0;
    bool done = is_standard_input ? file_read(&reading, STDIN_FILENO, span_of(""), true, fault)
                                  : read_named(&reading, path, fault);
    decoder_release(&reading.decoder);
    memory_free(shown);
    return done;
}

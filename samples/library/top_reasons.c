/*
 * top_reasons PATH...: the three reasons for which most files failed, with the first thing to do
 * about each.
 *
 *     cc top_reasons.c $(pkg-config --cflags --libs marsift) -o top_reasons
 *     ./top_reasons bundle.zip
 */
#include <inttypes.h>
#include <marsift/marsift.h>
#include <stdio.h>

enum { WANTED = 3 };

static int print_reason(void *context, const struct marsift_reason *reason)
{
    (void)context;
    printf("%zu. %s: %" PRIu64 " files (%.1f %%)\n", reason->rank, reason->title, reason->files,
           reason->share_percent);
    if (reason->example.length > 0)
        printf("   for example %s\n", reason->example.bytes);
    if (reason->action_count > 0)
        printf("   %s\n", reason->actions[0]);
    return reason->rank >= WANTED; /* anything but 0 stops */
}

static enum marsift_status report(struct marsift *run, int count, char **paths)
{
    enum marsift_status status = MARSIFT_OK;
    for (int i = 0; i < count && status == MARSIFT_OK; i++)
        status = marsift_add_path(run, paths[i]);
    if (status == MARSIFT_OK)
        status = marsift_run(run);
    if (status != MARSIFT_OK)
        return status;
    const struct marsift_totals *totals = marsift_get_totals(run);
    printf("%" PRIu64 " files on %zu servers are not protected.%s\n", totals->failed_files,
           totals->hosts, totals->is_incomplete ? " Some input could not be read." : "");
    status = marsift_each_reason(run, print_reason, NULL);
    return status == MARSIFT_STOPPED ? MARSIFT_OK : status;
}

int main(int argc, char **argv)
{
    struct marsift_options options = {.size = sizeof options, .language = "en"};
    struct marsift *run;
    enum marsift_status status = marsift_open(&options, &run);
    if (status == MARSIFT_OK)
        status = report(run, argc - 1, argv + 1);
    if (status != MARSIFT_OK)
        fprintf(stderr, "top_reasons: %s\n", marsift_last_error(run));
    marsift_close(run);
    return status == MARSIFT_OK ? 0 : 1;
}

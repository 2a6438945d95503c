#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "output/write/whole_file.h"
#include "output/write/writer.h"

static struct writer writer;

/* A temporary folder, for one test. */
static char folder[64];

static const char *in_folder(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void make_folder(void)
{
    strcpy(folder, "/tmp/marsift-test-XXXXXX");
    cr_assert(mkdtemp(folder) != NULL);
}

static size_t count_entries(bool remove_them)
{
    size_t count = 0;
    DIR *directory = opendir(folder);
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        if (remove_them)
            unlink(in_folder(entry->d_name));
    }
    closedir(directory);
    return count;
}

static void remove_folder(void)
{
    count_entries(true);
    rmdir(folder);
}

static char *content_of(const char *path)
{
    static char content[256];
    memset(content, 0, sizeof content);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return "(none)";
    size_t length = fread(content, 1, sizeof content - 1, file);
    content[length] = '\0';
    fclose(file);
    return content;
}

static void put(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");
    fputs(content, file);
    fclose(file);
}

TestSuite(output_whole_file, .init = make_folder, .fini = remove_folder);

Test(output_whole_file, a_new_file_appears_only_at_the_end_and_has_the_umask)
{
    struct fault fault = {0};
    struct stat status;
    umask(027);
    cr_assert(writer_to_file(&writer, in_folder("new"), &fault), "%s", fault.text);
    writer_text(&writer, "whole");
    writer_flush(&writer);
    cr_assert(access(in_folder("new"), F_OK) != 0);
    cr_assert(writer_finish(&writer, &fault), "%s", fault.text);
    cr_assert(eq(str, content_of(in_folder("new")), "whole"));
    cr_assert(stat(in_folder("new"), &status) == 0 && (status.st_mode & 0777) == 0640);
    cr_assert(eq(sz, count_entries(false), 1));
}

Test(output_whole_file, an_old_file_is_replaced_with_its_permissions_and_links_are_followed)
{
    struct stat status;
    char target[256];
    put(in_folder("old"), "old");
    cr_assert(chmod(in_folder("old"), 0600) == 0);
    strcpy(target, in_folder("old"));
    cr_assert(symlink(target, in_folder("link")) == 0);
    struct fault fault = {0};
    cr_assert(writer_to_file(&writer, in_folder("link"), &fault), "%s", fault.text);
    writer_text(&writer, "new");
    cr_assert(eq(str, content_of(target), "old"));
    cr_assert(writer_finish(&writer, &fault), "%s", fault.text);
    cr_assert(eq(str, content_of(target), "new"));
    cr_assert(stat(target, &status) == 0 && (status.st_mode & 0777) == 0600);
    cr_assert(lstat(in_folder("link"), &status) == 0 && S_ISLNK(status.st_mode));
}

Test(output_whole_file, a_failure_or_an_abandoned_writer_leaves_only_the_old_file)
{
    struct rlimit small = {.rlim_cur = 100, .rlim_max = RLIM_INFINITY};
    put(in_folder("old"), "old");
    struct fault fault = {0};
    cr_assert(writer_to_file(&writer, in_folder("old"), &fault));
    writer_text(&writer, "half");
    writer_abandon(&writer);
    cr_assert(eq(str, content_of(in_folder("old")), "old"));
    cr_assert(eq(sz, count_entries(false), 1));

    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before;
    cr_assert(getrlimit(RLIMIT_FSIZE, &before) == 0);
    small.rlim_max = before.rlim_max;
    cr_assert(setrlimit(RLIMIT_FSIZE, &small) == 0);
    cr_assert(writer_to_file(&writer, in_folder("old"), &fault));
    writer_repeat(&writer, 'x', 1000);
    bool done = writer_finish(&writer, &fault);
    setrlimit(RLIMIT_FSIZE, &before);
    cr_assert(not(done));
    cr_assert(fault.kind == FAULT_WRITE);
    cr_assert(eq(str, content_of(in_folder("old")), "old"));
    cr_assert(eq(sz, count_entries(false), 1));
}

Test(output_whole_file, the_standard_output_given_by_name_is_appended_to_and_not_replaced)
{
    struct fault fault = {0};
    put(in_folder("log"), "old ");
    int before = dup(STDOUT_FILENO);
    int log = open(in_folder("log"), O_WRONLY | O_APPEND);
    dup2(log, STDOUT_FILENO);
    bool done = writer_to_file(&writer, "/dev/stdout", &fault);
    writer_text(&writer, "new");
    done = done && writer_finish(&writer, &fault);
    bool is_open = fcntl(STDOUT_FILENO, F_GETFD) != -1;
    dup2(before, STDOUT_FILENO);
    close(before);
    close(log);
    cr_assert(done, "%s", fault.text);
    cr_assert(is_open);
    cr_assert(eq(str, content_of(in_folder("log")), "old new"));
    cr_assert(eq(sz, count_entries(false), 1));
}

Test(output_whole_file, an_output_that_cannot_be_written_is_reported_before_any_work)
{
    struct fault fault = {0};
    cr_assert(not(writer_to_file(&writer, "/nonexistent/report", &fault)));
    cr_assert(eq(str, fault.text, "cannot write /nonexistent/report: No such file or directory"));
    cr_assert(not(writer_to_file(&writer, folder, NULL)));
    cr_assert(not(writer_to_file(&writer, "", NULL)));
    cr_assert(not(writer_to_file(&writer, in_folder("none/"), NULL)));
    cr_assert(symlink("nowhere", in_folder("dangling")) == 0);
    cr_assert(not(writer_to_file(&writer, in_folder("dangling"), NULL)));

    put(in_folder("old"), "old");
    cr_assert(chmod(in_folder("old"), 0444) == 0);
    cr_assert(chmod(folder, 0555) == 0);
    /* Permissions do not stop root. */
    bool was_root = geteuid() == 0;
    if (was_root)
        cr_assert(seteuid(65534) == 0);
    bool opened_new = writer_to_file(&writer, in_folder("new"), NULL);
    bool opened_old = writer_to_file(&writer, in_folder("old"), NULL);
    if (was_root)
        cr_assert(seteuid(0) == 0);
    cr_assert(chmod(folder, 0755) == 0);
    cr_assert(not(opened_new));
    cr_assert(not(opened_old));
    cr_assert(eq(sz, count_entries(false), 2));
}

Test(output_whole_file, a_signal_handler_can_remove_the_unfinished_file_and_nothing_else)
{
    struct fault fault = {0};
    put(in_folder("old"), "old");
    whole_file_remove_unfinished();
    cr_assert(writer_to_file(&writer, in_folder("old"), &fault), "%s", fault.text);
    cr_assert(eq(sz, count_entries(false), 2));
    whole_file_remove_unfinished();
    cr_assert(eq(sz, count_entries(false), 1));
    writer_abandon(&writer);

    cr_assert(writer_to_file(&writer, in_folder("old"), &fault), "%s", fault.text);
    writer_text(&writer, "new");
    cr_assert(writer_finish(&writer, &fault), "%s", fault.text);
    whole_file_remove_unfinished();
    cr_assert(eq(str, content_of(in_folder("old")), "new"));
}

Test(output_whole_file, refused_memory_leaves_nothing_behind)
{
    struct fault fault = {0};
    memory_fail_at(1);
    cr_assert(not(writer_to_file(&writer, in_folder("new"), &fault)));
    memory_fail_at(0);
    cr_assert(fault.kind == FAULT_MEMORY);
    cr_assert(eq(sz, count_entries(false), 0));
}

Test(output_whole_file, a_file_appears_in_its_folder_even_if_that_was_moved)
{
    struct fault fault = {0};
    char moved[300];
    snprintf(moved, sizeof moved, "%s.moved", folder);
    cr_assert(writer_to_file(&writer, in_folder("new"), &fault), "%s", fault.text);
    writer_text(&writer, "whole");
    cr_assert(rename(folder, moved) == 0);
    bool done = writer_finish(&writer, &fault);
    cr_assert(rename(moved, folder) == 0);
    cr_assert(done, "%s", fault.text);
    cr_assert(eq(str, content_of(in_folder("new")), "whole"));
    cr_assert(eq(sz, count_entries(false), 1));
}

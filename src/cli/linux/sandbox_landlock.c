/* Which files can be opened, by Landlock (Linux 5.13 and later). */
#define _GNU_SOURCE /* O_PATH, syscall */
#ifdef __linux__

#include "cli/sandbox.h"
#include "cli/sandbox_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/magic.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/* What headers older than the kernel do not have. */
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif

/* landlock_ruleset_attr as it is since version 6. Older kernels take it when what they do not know
 * is 0. */
struct landlock_ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scope;
};

/* Everything that a version can refuse is refused, but for the rules that follow. */
static struct landlock_ruleset everything(int version)
{
    struct landlock_ruleset all = {.files = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    if (version >= 2)
        all.files |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3)
        all.files |= LANDLOCK_ACCESS_FS_TRUNCATE;
    if (version >= 4)
        all.network = 3; /* TCP: to bind, to connect */
    if (version >= 5)
        all.files |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
    if (version >= 6)
        all.scope = 3; /* abstract sockets and signals of others */
    return all;
}

/* What can have no rule, because no path leads to it (an anonymous pipe behind /dev/fd/3), is not
 * refused by Landlock either. */
static bool add_rule(int rules, int place, uint64_t access)
{
    struct landlock_path_beneath_attr beneath = {.allowed_access = access, .parent_fd = place};
    return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0 ||
           errno == EBADFD;
}

/* On 9p (Windows drives in WSL are that) the kernel makes a new inode at each opening and no longer
 * knows the one of a rule (landlock-lsm/linux issue 45): there reading cannot be limited. */
static bool forgets_rules(int place)
{
    struct statfs system;
    return fstatfs(place, &system) == 0 && system.f_type == V9FS_MAGIC;
}

static bool allow_reading(int rules, const char *path)
{
    int place = open(path, O_PATH | O_CLOEXEC);
    if (place >= 0 && forgets_rules(place)) {
        close(place);
        place = open("/", O_PATH | O_CLOEXEC);
    }
    struct stat status;
    if (place < 0)
        return true; /* nor will it be opened later, and reading says why */
    uint64_t access = LANDLOCK_ACCESS_FS_READ_FILE;
    if (fstat(place, &status) == 0 && S_ISDIR(status.st_mode))
        access |= LANDLOCK_ACCESS_FS_READ_DIR;
    bool done = add_rule(rules, place, access);
    close(place);
    return done;
}

static bool allow_plan(int rules, const struct sandbox_plan *plan)
{
    for (size_t i = 0; i < plan->path_count; i++)
        if (strcmp(plan->paths[i], "-") != 0 && !allow_reading(rules, plan->paths[i]))
            return false;
    /* A finished file takes its name there, maybe that of an older one. */
    return plan->output == NULL || plan->output->file.folder < 0 ||
           add_rule(rules, plan->output->file.folder,
                    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE);
}

int sandbox_limit_files(const struct sandbox_plan *plan)
{
    int version =
        (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    struct landlock_ruleset all = everything(version);
    int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
    if (rules < 0)
        return 0;
    bool done = allow_plan(rules, plan) && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return done ? version : 0;
}

#endif

#define _GNU_SOURCE /* O_PATH, syscall */
#include "cli/linux/sandbox_landlock.h"

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

/* Missing in headers that are older than the kernel. */
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif

/* landlock_ruleset_attr as of version 6. Older kernels accept it if the members that they do not
 * know are 0. */
struct landlock_ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scope;
};

/* Everything that Landlock of this version can deny: rules then allow some of it. */
static struct landlock_ruleset all_rights(int version)
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

/* A file without a path, such as an anonymous pipe at /dev/fd/3, can have no rule (EBADFD), and
 * Landlock does not deny it. */
static bool add_rule(int rules, int descriptor, uint64_t access)
{
    struct landlock_path_beneath_attr beneath = {.allowed_access = access, .parent_fd = descriptor};
    return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0 ||
           errno == EBADFD;
}

/* True on 9p, such as Windows drives in WSL: the kernel makes a new inode at each opening, which
 * matches no rule (landlock-lsm/linux issue 45), so that reading cannot be limited there. */
static bool forgets_rules(int descriptor)
{
    struct statfs system;
    return fstatfs(descriptor, &system) == 0 && system.f_type == V9FS_MAGIC;
}

static bool allow_reading(int rules, const char *path)
{
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor >= 0 && forgets_rules(descriptor)) {
        close(descriptor);
        descriptor = open("/", O_PATH | O_CLOEXEC);
    }
    struct stat status;
    if (descriptor < 0)
        /* Reading will fail, too, and report why; but then more files may be open than now. */
        return errno != EMFILE && errno != ENFILE;
    uint64_t access = LANDLOCK_ACCESS_FS_READ_FILE;
    if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode))
        access |= LANDLOCK_ACCESS_FS_READ_DIR;
    bool done = add_rule(rules, descriptor, access);
    close(descriptor);
    return done;
}

static bool allow_plan(int rules, const struct sandbox_plan *plan)
{
    for (size_t i = 0; i < plan->path_count; i++)
        if (strcmp(plan->paths[i], "-") != 0 && !allow_reading(rules, plan->paths[i]))
            return false;
    /* A finished output is renamed there, maybe over an older file. */
    return plan->output == NULL || plan->output->file.folder < 0 ||
           add_rule(rules, plan->output->file.folder,
                    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE);
}

int sandbox_landlock_apply(const struct sandbox_plan *plan)
{
    int version =
        (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    struct landlock_ruleset all = all_rights(version);
    int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
    if (rules < 0)
        return 0;
    bool done = allow_plan(rules, plan) && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return done ? version : 0;
}

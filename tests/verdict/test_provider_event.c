#include "verdict/provider_event.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "verdict/verdict.h"

static struct verdict verdict_of(const struct catalog *catalog, enum verdict_class class,
                                 const char *provider, const char *number, const char *code)
{
    struct span fields[FIELD_COUNT] = {0};
    fields[FIELD_PROVIDER] = span_of(provider);
    fields[FIELD_EVENT] = span_of(number);
    fields[FIELD_CODE] = span_of(code);
    fields[FIELD_LEVEL] = span_of(class == VERDICT_OTHER_FAILURE ? "Error" : "Warning");
    struct event event = {.class = class,
                          .line_count = 1,
                          .record_count = 1,
                          .literal = EVENT_NO_LITERAL,
                          .is_record = true,
                          .fields = fields};
    struct verdict verdict;
    cr_assert(verdict_classify(catalog, &event, NULL, &verdict, NULL));
    return verdict;
}

Test(verdict_provider_event, means_what_the_catalog_says_of_its_source_and_number)
{
    static const struct {
        const char *provider, *number, *symbol;
    } cases[] = {
        {"disk", "11", "DISK_EVENT_11"},
        {"Disk", "3221487627", "DISK_EVENT_11"}, /* an InstanceId */
        {"Ntfs (Microsoft-Windows-Ntfs)", "55", "NTFS_EVENT_55"},
        {"Microsoft-Windows-Ntfs", "98", "NTFS_EVENT_98"},
        {"Service Control Manager", "7031", "SERVICE_CONTROL_MANAGER_EVENT_7031"},
        {"VSS", "8193", "VSS_EVENT_8193"},
        {"SQLAgent$MSDPM2012", "208", "SQLAGENT_EVENT_208"},
        {"volsnap", "25", "VOLSNAP_EVENT_25"},
        {"Microsoft-Windows-Backup", "521", "BACKUP_EVENT_521"},
        {"Microsoft-Windows-CloudBackup", "11", "BACKUP_ERROR_STOP_EVENT"},
        {"CloudBackup", "11", "BACKUP_ERROR_STOP_EVENT"},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct verdict verdict =
            verdict_of(catalog, VERDICT_OTHER_FAILURE, cases[i].provider, cases[i].number, NULL);
        cr_assert(eq(int, verdict.class, VERDICT_FINDING), "%s", cases[i].symbol);
        cr_assert(eq(str, (char *)catalog_error_at(catalog, verdict.error)->symbol,
                     (char *)cases[i].symbol));
    }
    catalog_close(catalog);
}

Test(verdict_provider_event, is_a_failure_by_its_level_or_by_a_code_near_backups)
{
    static const struct {
        enum verdict_class class;
        const char *provider, *number, *code;
        enum verdict_class expected;
    } cases[] = {
        {VERDICT_OTHER_FAILURE, "Some Source", "11", NULL, VERDICT_OTHER_FAILURE},
        {VERDICT_OTHER_FAILURE, "disk", "4711", NULL, VERDICT_OTHER_FAILURE},
        {VERDICT_OTHER_FAILURE, "disk", "x", NULL, VERDICT_OTHER_FAILURE},
        {VERDICT_FINDING, "Some Source", "11", NULL, VERDICT_NOISE},
        {VERDICT_FINDING, "disk", "153", NULL, VERDICT_FINDING},
        {VERDICT_FINDING, "Microsoft-Windows-Backup", "4711", NULL, VERDICT_UNPARSED},
        {VERDICT_FINDING, "disk", "4711", "0x80070005", VERDICT_OTHER_FAILURE},
        {VERDICT_FINDING, "Some Source", "11", "0x80070005", VERDICT_NOISE},
        {VERDICT_OTHER_FAILURE, "Some Source", "11", "0x80070005", VERDICT_OTHER_FAILURE},
        {VERDICT_FINDING, "Veeam Backup", "11", "0x80070005", VERDICT_NOISE},
        {VERDICT_OTHER_FAILURE, "Microsoft-Windows-Backup", "5", "0x807800A1",
         VERDICT_OTHER_FAILURE},
        {VERDICT_NOISE, "disk", "11", NULL, VERDICT_NOISE},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct verdict verdict =
            verdict_of(catalog, cases[i].class, cases[i].provider, cases[i].number, cases[i].code);
        cr_assert(eq(int, verdict.class, cases[i].expected), "%s %s", cases[i].provider,
                  cases[i].number);
    }
    catalog_close(catalog);
}

#include "tally/finding_counts.h"

void finding_counts_open(struct finding_counts *findings)
{
    *findings = (struct finding_counts){.findings.item_bytes = sizeof(struct tally_finding),
                                        .codes.item_bytes = sizeof(struct finding_code),
                                        .failures.item_bytes = sizeof(struct tally_failure),
                                        .failing_hosts.item_bytes = sizeof(struct failing_host)};
}

void finding_counts_release(struct finding_counts *findings)
{
    hash_array_release(&findings->findings);
    hash_array_release(&findings->codes);
    hash_array_release(&findings->failures);
    hash_array_release(&findings->failing_hosts);
}

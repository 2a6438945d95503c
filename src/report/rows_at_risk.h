/* Joins what findings say of failed files with the rows of these files. */
#ifndef MARSIFT_REPORT_ROWS_AT_RISK_H
#define MARSIFT_REPORT_ROWS_AT_RISK_H

#include "report/builder.h"

/* Marks the rows of the report that a finding puts at risk, counts their files and gives them its
 * first action: a file that is missing may have been deleted, but not where its whole volume is
 * missing. After build_rows. */
void rows_note_at_risk(struct builder *builder, const struct tally_finding *counted,
                       const struct report_finding *finding);

#endif

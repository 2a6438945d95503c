# Names of codes for the report.
#
#  5 - The backup operation that started at 'datetime' has failed with following error code '2147942455'.
MESSAGES = {
    0x80042306: ("VSS_E_PROVIDER_VETO", "The shadow copy provider had an error."),
    0x80070005: ("E_ACCESSDENIED", "Backup failed: access is denied."),
}

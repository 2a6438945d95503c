<#
.SYNOPSIS
    CRITICAL: Backup job failed.
#>
$job = Get-OBJob -Previous 1
If ($job.JobStatus.JobState -eq "Aborted") { $result = "Failed" }
ElseIf ($job.JobStatus.JobState -eq "Failed") { $result = "Failed" }
# Backup failed to complete
$mail = @{
    Subject = "Azure Backup Failed."
    Body = "The backup of volume D: failed with 0x80070005!"
}
$text = @"
Last Backup: Failed
"@

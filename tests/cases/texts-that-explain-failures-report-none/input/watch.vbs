Option Explicit
Dim text
' Windows Backup failed to create the shadow copy: 0x80042306
text = "The backup operation failed: 0x8078015B"
If InStr(line, "0x80070005") > 0 Then
    mail.Subject = "Backup failed: 0x80070005"
    WScript.Echo "Backup has failed."
End If

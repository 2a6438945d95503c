/* How the body of a mail, or a word in its head, is encoded. */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_ENCODING_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_ENCODING_H

enum mail_encoding { MAIL_PLAIN, MAIL_BASE64, MAIL_PRINTABLE };

#endif

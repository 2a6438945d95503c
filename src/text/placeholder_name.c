#include "text/placeholder_name.h"

#include <stddef.h>
#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"

/* True if a byte is in the name that no computer's name has, or no letter and no digit. */
static bool is_masked(struct span name)
{
    static const char *const blocks[] = {"█", "▓", "▒", "░", "■", "●", "•", "…", "＊", "○", "×"};
    bool has_word_byte = false;
    bool is_ascii = true;
    for (size_t i = 0; i < name.length; i++) {
        if (name.bytes[i] != '\0' && strchr("<>%*", name.bytes[i]) != NULL)
            return true;
        has_word_byte |= ascii_is_letter_or_digit(name.bytes[i]);
        is_ascii &= ascii_contains(name.bytes[i]);
    }
    if (name.bytes[0] != '\0' && strchr("[({$#", name.bytes[0]) != NULL)
        return true;
    for (size_t i = 0; i < COUNT_OF(blocks); i++)
        if (!has_word_byte && span_find(name, span_of(blocks[i])) < name.length)
            return true;
    return !has_word_byte && is_ascii;
}

/* True for "XX", "xxxxx" and "xxx-xx": the letter x, and nothing else. */
static bool is_crossed_out(struct span label)
{
    size_t count = 0;
    for (size_t i = 0; i < label.length; i++) {
        if (ascii_to_lower(label.bytes[i]) == 'x')
            count++;
        else if (strchr("-_", label.bytes[i]) == NULL)
            return false;
    }
    return count > 1;
}

/* In the place of a name, in manuals and by those who hide it; and what every server calls itself.
 */
static const char *const placeholders[] = {"servername",
                                           "server_name",
                                           "server-name",
                                           "server name",
                                           "yourserver",
                                           "your-server",
                                           "your_server",
                                           "yourservername",
                                           "myservername",
                                           "computername",
                                           "computer_name",
                                           "computer-name",
                                           "computer name",
                                           "yourcomputername",
                                           "hostname",
                                           "host_name",
                                           "host-name",
                                           "host name",
                                           "yourhostname",
                                           "machinename",
                                           "machine_name",
                                           "machine name",
                                           "redacted",
                                           "removed",
                                           "masked",
                                           "hidden",
                                           "anonymized",
                                           "anonymised",
                                           "anonymous",
                                           "censored",
                                           "n/a",
                                           "none",
                                           "null",
                                           "unknown",
                                           "undefined",
                                           "confidential",
                                           "localhost",
                                           "rechnername",
                                           "nomduserveur",
                                           "nom_du_serveur",
                                           "nombredeservidor",
                                           "nombre_servidor",
                                           "nomeserver",
                                           "nome_server",
                                           "サーバー名",
                                           "サーバ名",
                                           "コンピューター名",
                                           "コンピュータ名",
                                           "ホスト名"};

bool placeholder_name_is(struct span name)
{
    struct span label = span_slice(name, 0, span_find_byte(name, '.'));
    return name.length > 0 && (is_masked(name) || is_crossed_out(label) ||
                               word_list_has(placeholders, COUNT_OF(placeholders), label));
}

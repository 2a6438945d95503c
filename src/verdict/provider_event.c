#include "verdict/provider_event.h"

#include <stdio.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"
#include "text/word_search.h"
#include "verdict/windows_backup_event.h"

enum { MOST_PROVIDER_BYTES = 60, SYMBOL_BYTES = MOST_PROVIDER_BYTES + 24 };

/* How the words of an event of VSS begin. */
static const char *const starts[] = {"Volume Shadow Copy Service",
                                     "Volumenschattenkopie-Dienst",
                                     "Volumeschattenkopie-Dienst",
                                     "Erreur du service de cliché instantané",
                                     "Error del Servicio de instantáneas de volumen",
                                     "Errore del servizio Copia Shadow del volume",
                                     "ボリューム シャドウ コピー サービス"};

/* The source of an event that does not name it, by how its words begin; empty if they do not tell.
 */
static struct span provider_by_words(const struct event *event)
{
    for (size_t i = 0; i < COUNT_OF(starts); i++)
        if (span_starts_with_ignoring_case(span_trim(event->fields[FIELD_MESSAGE]),
                                           span_of(starts[i])))
            return span_of("VSS");
    return windows_backup_event_has_words(event) ? span_of("Backup") : (struct span){0};
}

/* The source as the catalog calls it: "Ntfs" for "Ntfs (Microsoft-Windows-Ntfs)", and "SQLAgent"
 * for "SQLAgent$MSDPM2012", which is that of an instance. */
static struct span short_provider(const struct event *event)
{
    static const char prefix[] = "Microsoft-Windows-";
    struct span provider = event->fields[FIELD_PROVIDER];
    size_t other_name = span_find(provider, span_of(" ("));
    provider = span_trim(span_slice(provider, 0, other_name));
    provider.length = span_find_byte(provider, '$');
    if (provider.length == 0)
        return provider_by_words(event);
    if (span_starts_with_ignoring_case(provider, span_of(prefix)))
        provider = span_slice(provider, sizeof prefix - 1, provider.length);
    return provider;
}

/* The number of the event; the upper bits that PowerShell's InstanceId adds do not belong to it. */
static bool read_number(const struct event *event, uint32_t *number)
{
    enum { EVENT_BITS = 0xFFFF, MOST_DIGITS = 10 };
    struct span digits = span_trim(event->fields[FIELD_EVENT]);
    uint64_t value = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (!ascii_is_digit(digits.bytes[i]) || digits.length > MOST_DIGITS)
            return false;
        value = value * 10 + (uint64_t)(digits.bytes[i] - '0');
    }
    *number = value & EVENT_BITS;
    return digits.length > 0;
}

bool provider_event_find(const struct catalog *catalog, const struct event *event, size_t *error)
{
    struct span provider = short_provider(event);
    char symbol[SYMBOL_BYTES];
    uint32_t number = 0;
    if (provider.length == 0 || provider.length > MOST_PROVIDER_BYTES ||
        !read_number(event, &number))
        return false;
    for (size_t i = 0; i < provider.length; i++) {
        char byte = provider.bytes[i];
        symbol[i] = '_';
        if (ascii_is_letter_or_digit(byte))
            symbol[i] = ascii_to_upper(byte);
    }
    snprintf(symbol + provider.length, sizeof symbol - provider.length, "_EVENT_%u",
             (unsigned)number);
    return catalog_error_by_symbol(catalog, span_of(symbol), error);
}

static bool is_of_backup(const struct event *event)
{
    static const char *const providers[] = {"CloudBackup", "Backup", "MSDPM", "DPM-EM",
                                            "CloudBackupProvider"};
    return word_list_has(providers, COUNT_OF(providers), short_provider(event));
}

bool provider_event_is_of_vss(const struct event *event)
{
    return span_equals_ignoring_case(short_provider(event), span_of("VSS")) ||
           (event->fields[FIELD_PROVIDER].length == 0 &&
            word_search_contains_any(event->text, starts, COUNT_OF(starts)));
}

bool provider_event_is_mere_warning(const struct event *event, enum verdict_class *class)
{
    if (event->class != VERDICT_FINDING || event->fields[FIELD_PROVIDER].length == 0)
        return false;
    *class = is_of_backup(event) ? VERDICT_UNPARSED : VERDICT_NOISE;
    return true;
}

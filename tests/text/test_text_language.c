#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/count_of.h"
#include "text/text_language.h"

Test(text_language, day_is_first_where_two_small_words_are_of_such_a_language)
{
    static const char *const day_first[] = {
        "Un périphérique qui n’existe pas a été spécifié",
        "No se pudo completar la copia de seguridad del volumen.",
        "Impossibile trovare il percorso della cartella.",
        "O backup não foi concluído.",
        "Der Vorgang wurde nicht abgeschlossen.",
        "Er is een fout opgetreden tijdens het maken van de back-up.",
    };
    static const char *const open[] = {
        "",
        "A device which does not exist was specified.",
        "The backup of C:\\Data\\La Mer failed.",
        "バックアップ操作に失敗しました。",
        "C:\\Users\\el\\los.txt",
        "la la la",
    };
    for (size_t i = 0; i < COUNT_OF(day_first); i++)
        cr_assert(text_language_is_day_first(span_of(day_first[i])), "%s", day_first[i]);
    for (size_t i = 0; i < COUNT_OF(open); i++)
        cr_assert(not(text_language_is_day_first(span_of(open[i]))), "%s", open[i]);
}

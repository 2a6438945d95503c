#include "text/moment_word.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/utf8.h"

enum { MOST_LETTERS = 15, MONTHS = 12, LEAST_LETTERS_OF_MONTH = 3, LEAST_LETTERS_OF_WEEKDAY = 2 };

/* Without accents; a blank before and after every name. */
static const char *const month_names[MONTHS] = {
    " january januar janvier janeiro januari janner gennaio enero ",
    " february februar fevrier febbraio febrero fevereiro februari ",
    " march marz mars marzo marco maart mrt ",
    " april avril aprile abril ",
    " may mai maggio mayo maio mei ",
    " june juni juin giugno junio junho ",
    " july juli juillet luglio julio julho ",
    " august aout agosto augustus ",
    " september septembre settembre septiembre setiembre setembro ",
    " october oktober octobre ottobre octubre outubro ",
    " november novembre noviembre novembro ",
    " december dezember decembre dicembre diciembre dezembro ",
};

static const char weekday_names[] =
    " monday tuesday wednesday thursday friday saturday sunday"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
    " lundi mardi mercredi jeudi vendredi samedi dimanche"
    " lunes martes miercoles jueves viernes sabado domingo"
    " lunedi martedi mercoledi giovedi venerdi sabato domenica"
    " segunda terca quarta quinta sexta feira"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ";

/* Also the names of zones, whose clock is that of the machine: daylight saving time makes an offset
 * of most of them a guess. */
static const char filler_words[] =
    " cet cest met mest wet west bst ist eet eest msk est edt cst cdt mst mdt pst pdt akst akdt hst"
    " jst kst aest aedt acst acdt awst nzst nzdt brt sast"
    " a alas alle as at de del den der du el er h il kl la las le of om on st nd rd th t um uhr ";

/* Bytes 0x80 to 0xBF behind 0xC3: the letters of Latin-1 without their accents. */
static const char base_letters[] =
    "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";

/* Copies the letters at the start of `text`, in lower case and without accents, and returns how
 * many bytes they take; 0 if there is none or they are too many. */
static size_t fold_letters(struct span text, char letters[MOST_LETTERS + 1])
{
    size_t count = 0;
    size_t at = 0;
    while (at < text.length) {
        bool is_accented = text.bytes[at] == '\xC3' && at + 1 < text.length &&
                           utf8_is_continuation(text.bytes[at + 1]);
        char letter = is_accented ? base_letters[(unsigned char)text.bytes[at + 1] - 0x80]
                                  : ascii_to_lower(text.bytes[at]);
        if (!ascii_is_letter(letter))
            break;
        if (count == MOST_LETTERS)
            return 0;
        letters[count++] = letter;
        at += is_accented ? 2 : 1;
    }
    letters[count] = '\0';
    return at;
}

/* True if one of `names` begins with the `count` letters, or is them if `is_whole`. */
static bool names_contain(const char *names, const char *letters, size_t count, bool is_whole)
{
    for (const char *name = strchr(names, ' '); name != NULL; name = strchr(name + 1, ' ')) {
        bool begins = strncmp(name + 1, letters, count) == 0;
        if (begins && (!is_whole || name[1 + count] == ' '))
            return true;
    }
    return false;
}

/* Returns the bytes of the blank or full stop at the start of `text`; 0 if it begins with another
 * character. */
static size_t blank_length(struct span text)
{
    static const char *const blanks[] = {" ", ".", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
    for (size_t i = 0; i < COUNT_OF(blanks); i++) {
        size_t length = strlen(blanks[i]);
        if (text.length >= length && memcmp(text.bytes, blanks[i], length) == 0)
            return length;
    }
    return 0;
}

/* Reads "m", ".M." and ". m." behind the first letter of a.m. and p.m.; returns where that ends, 0
 * if there is no such thing. */
static size_t find_end_of_half_day(struct span text)
{
    size_t at = 1;
    for (size_t blank = 1; blank > 0; at += blank)
        blank = blank_length(span_slice(text, at, text.length));
    if (at >= text.length || ascii_to_lower(text.bytes[at]) != 'm')
        return 0;
    at++;
    if (at < text.length && ascii_is_letter(text.bytes[at]))
        return 0;
    return at + (at < text.length && text.bytes[at] == '.');
}

static struct moment_word word_of_letters(struct span text)
{
    char letters[MOST_LETTERS + 1];
    struct moment_word word = {.length = fold_letters(text, letters)};
    size_t count = word.length == 0 ? 0 : strlen(letters);
    bool may_be_half_day = letters[0] == 'a' || letters[0] == 'p';
    size_t half_day = count > 0 && count <= 2 && may_be_half_day && ascii_contains(text.bytes[0])
                          ? find_end_of_half_day(text)
                          : 0;
    if (half_day > 0) {
        word.kind = letters[0] == 'a' ? MOMENT_WORD_MORNING : MOMENT_WORD_AFTERNOON;
        word.length = half_day;
        return word;
    }
    if (count == 0)
        return word;
    if (names_contain(" z utc gmt ", letters, count, /* is_whole= */ true))
        word.kind = MOMENT_WORD_UTC;
    else if (names_contain(filler_words, letters, count, /* is_whole= */ true))
        word.kind = MOMENT_WORD_FILLER;
    for (uint8_t month = 1; month <= MONTHS && count >= LEAST_LETTERS_OF_MONTH; month++)
        if (names_contain(month_names[month - 1], letters, count, /* is_whole= */ false)) {
            word.kind = MOMENT_WORD_MONTH;
            word.month = month;
            return word;
        }
    if (word.kind == MOMENT_WORD_UNKNOWN && count >= LEAST_LETTERS_OF_WEEKDAY &&
        names_contain(weekday_names, letters, count, /* is_whole= */ false))
        word.kind = MOMENT_WORD_FILLER;
    return word;
}

/* Signs and words without letters of their own: the longest first. */
static const struct {
    const char *text;
    enum moment_word_kind kind;
} signs[] = {
    {"午前", MOMENT_WORD_MORNING},
    {"午後", MOMENT_WORD_AFTERNOON},
    {"上午", MOMENT_WORD_MORNING},
    {"下午", MOMENT_WORD_AFTERNOON},
    {"오전", MOMENT_WORD_MORNING},
    {"오후", MOMENT_WORD_AFTERNOON},
    {"π.μ.", MOMENT_WORD_MORNING},
    {"μ.μ.", MOMENT_WORD_AFTERNOON},
    {"πμ", MOMENT_WORD_MORNING},
    {"μμ", MOMENT_WORD_AFTERNOON},
    {"ص", MOMENT_WORD_MORNING},
    {"م", MOMENT_WORD_AFTERNOON},
    {"г.", MOMENT_WORD_FILLER},
    {"ч.", MOMENT_WORD_FILLER},
    {"曜日", MOMENT_WORD_FILLER},
    {"星期", MOMENT_WORD_FILLER},
    {"요일", MOMENT_WORD_FILLER},
    {"月", MOMENT_WORD_SEPARATOR},
    {"火", MOMENT_WORD_FILLER},
    {"水", MOMENT_WORD_FILLER},
    {"木", MOMENT_WORD_FILLER},
    {"金", MOMENT_WORD_FILLER},
    {"土", MOMENT_WORD_FILLER},
    {"日", MOMENT_WORD_FILLER},
    {"年", MOMENT_WORD_SEPARATOR},
    {"년", MOMENT_WORD_SEPARATOR},
    {"월", MOMENT_WORD_SEPARATOR},
    {"일", MOMENT_WORD_FILLER},
    {"号", MOMENT_WORD_FILLER},
    {"\xC2\xA0", MOMENT_WORD_FILLER},     /* no-break space */
    {"\xC2\xBA", MOMENT_WORD_FILLER},     /* masculine ordinal */
    {"\xE2\x80\x89", MOMENT_WORD_FILLER}, /* thin space */
    {"\xE2\x80\x8E", MOMENT_WORD_FILLER}, /* left-to-right mark, which Windows writes into dates */
    {"\xE2\x80\x8F", MOMENT_WORD_FILLER},
    {"\xE2\x80\xAF", MOMENT_WORD_FILLER}, /* narrow no-break space */
    {"\xE3\x80\x80", MOMENT_WORD_FILLER}, /* ideographic space */
};

struct moment_word moment_word_read(struct span text)
{
    struct moment_word word = word_of_letters(text);
    if (word.length > 0)
        return word;
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        size_t length = strlen(signs[i].text);
        if (length <= text.length && memcmp(text.bytes, signs[i].text, length) == 0)
            return (struct moment_word){.kind = signs[i].kind, .length = length};
    }
    return word;
}

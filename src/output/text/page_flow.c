#include "output/text/page_flow.h"

#include "base/count_of.h"
#include "text/command_text.h"
#include "text/minute_text.h"

/* Characters that may not begin a line, and those that may not end one. */
static const char no_line_start[] = "、。，．・：；？！ー～〜々)]}）」』】〕〉》”’%,.:;?!"
                                    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
static const char no_line_end[] = "([{（「『【〔〈《“‘";

/* Those after which a phrase ends. */
static const char phrase_end[] = "、。，．：；？！」』）】〕〉》”’)]}%,:;?!";

static bool is_one_of(const struct glyph *glyph, const char *set)
{
    struct span all = span_of(set);
    struct span wanted = {.bytes = glyph->bytes, .length = glyph->length};
    return !glyph->is_escaped && span_find(all, wanted) < all.length;
}

/* Between which texts without blanks are read as words. */
enum script { SCRIPT_OTHER, SCRIPT_LATIN, SCRIPT_HIRAGANA, SCRIPT_KATAKANA, SCRIPT_KANJI };

static enum script script_of(const struct glyph *glyph)
{
    static const struct {
        uint32_t first;
        uint32_t last;
        enum script script;
    } ranges[] = {
        {'0', '9', SCRIPT_LATIN},          {'A', 'Z', SCRIPT_LATIN},
        {'a', 'z', SCRIPT_LATIN},          {0x3041, 0x309F, SCRIPT_HIRAGANA},
        {0x30A0, 0x30FF, SCRIPT_KATAKANA}, {0x3400, 0x9FFF, SCRIPT_KANJI},
        {0xF900, 0xFAFF, SCRIPT_KANJI},
    };
    for (size_t i = 0; i < COUNT_OF(ranges) && !glyph->is_escaped; i++)
        if (glyph->code_point >= ranges[i].first && glyph->code_point <= ranges[i].last)
            return ranges[i].script;
    return SCRIPT_OTHER;
}

/* How finely a text may be broken. */
enum break_grain {
    BREAK_PHRASES, /* after punctuation and where the script changes, but before no particle or
                      ending, which is in hiragana */
    BREAK_WIDE,    /* beside any wide character */
};

static bool is_phrase_end(const struct glyph *left, const struct glyph *right)
{
    enum script before = script_of(left);
    enum script after = script_of(right);
    if (is_one_of(left, phrase_end) || is_one_of(right, no_line_end))
        return true;
    return before != after && before != SCRIPT_OTHER && after != SCRIPT_OTHER &&
           after != SCRIPT_HIRAGANA;
}

static bool may_break_between(const struct glyph *left, const struct glyph *right,
                              enum break_grain grain)
{
    if (right->code_point == ' ')
        return false;
    if (left->code_point == ' ')
        return true;
    bool is_wide = (!left->is_escaped && width_of_glyph(left) == 2) ||
                   (!right->is_escaped && width_of_glyph(right) == 2);
    return is_wide && width_of_glyph(right) > 0 && !is_one_of(right, no_line_start) &&
           !is_one_of(left, no_line_end) && (grain == BREAK_WIDE || is_phrase_end(left, right));
}

/* True between a number and its counter, as in "2 件": after the blank. */
static bool is_before_counter(uint32_t before, const struct glyph *left, const struct glyph *right)
{
    return before >= '0' && before <= '9' && left->code_point == ' ' &&
           script_of(right) == SCRIPT_KANJI;
}

/* A piece of text that is not broken, with the blanks that follow it. */
struct flow_piece {
    size_t end;       /* offset in the text, after the blanks */
    size_t solid_end; /* before the blanks */
    size_t width;     /* without the blanks */
    size_t blanks;
};

/* Where the last word begins of what starts there and is not broken: a command, or the note beside
 * a time. */
static size_t last_unbroken_word(struct span text, size_t start)
{
    size_t note = minute_text_note_length(span_slice(text, start, text.length));
    return note > 0 ? start + note - 1 : command_text_last_word(text, start);
}

/* Where a line may be broken next after `start`: with BREAK_PHRASES, not inside a command or such a
 * note, nor between a number and its counter, as in "2 件". */
static struct flow_piece next_piece(struct span text, size_t start, enum break_grain grain)
{
    bool keeps_phrases = grain == BREAK_PHRASES;
    struct flow_piece piece = {.end = start, .solid_end = start};
    size_t last_word = start; /* of what is not broken */
    struct glyph glyph;
    struct glyph next;
    uint32_t before = 0;
    size_t taken = escape_read_glyph(text, start, &glyph);
    for (;;) {
        if (keeps_phrases && piece.end >= last_word)
            last_word = last_unbroken_word(text, piece.end);
        piece.end += taken;
        if (glyph.code_point == ' ') {
            piece.blanks++;
        } else {
            piece.width += piece.blanks + width_of_glyph(&glyph);
            piece.blanks = 0;
            piece.solid_end = piece.end;
        }
        if (piece.end >= text.length)
            return piece;
        taken = escape_read_glyph(text, piece.end, &next);
        if (piece.end > last_word && may_break_between(&glyph, &next, grain) &&
            !(keeps_phrases && is_before_counter(before, &glyph, &next)))
            return piece;
        before = glyph.code_point;
        glyph = next;
    }
}

void page_flow(struct page *page, size_t indent)
{
    struct span text = buffer_span(&page->line);
    size_t pending_blanks = 0;
    size_t wide_end = 0; /* of a phrase that no line can hold */
    bool at_line_start = page->column <= indent;
    for (size_t start = 0; start < text.length;) {
        struct flow_piece piece =
            next_piece(text, start, start < wide_end ? BREAK_WIDE : BREAK_PHRASES);
        if (start >= wide_end && indent + piece.width > page->width) {
            wide_end = piece.end;
            piece = next_piece(text, start, BREAK_WIDE);
        }
        if (!at_line_start && page->column + pending_blanks + piece.width > page->width) {
            page_new_line(page);
            page_indent(page, indent);
            pending_blanks = 0;
        }
        page_indent(page, page->column + pending_blanks);
        escape_for_people(page->writer, span_slice(text, start, piece.solid_end));
        page->column += piece.width;
        pending_blanks = piece.blanks;
        at_line_start = false;
        start = piece.end;
    }
    page_new_line(page);
    page->line.length = 0;
}

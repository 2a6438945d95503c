#include "output/text/page_flow.h"

#include "text/command_text.h"

/* Characters that may not begin a line, and those that may not end one. */
static const char no_line_start[] = "、。，．・：；？！ー～〜々)]}）」』】〕〉》”’%,.:;?!"
                                    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
static const char no_line_end[] = "([{（「『【〔〈《“‘";

static bool is_one_of(const struct glyph *glyph, const char *set)
{
    struct span all = span_of(set);
    struct span wanted = {.bytes = glyph->bytes, .length = glyph->length};
    return !glyph->is_escaped && span_find(all, wanted) < all.length;
}

static bool may_break_between(const struct glyph *left, const struct glyph *right)
{
    if (right->code_point == ' ')
        return false;
    if (left->code_point == ' ')
        return true;
    bool is_wide = (!left->is_escaped && width_of_glyph(left) == 2) ||
                   (!right->is_escaped && width_of_glyph(right) == 2);
    return is_wide && width_of_glyph(right) > 0 && !is_one_of(right, no_line_start) &&
           !is_one_of(left, no_line_end);
}

/* A piece of text that is not broken, with the blanks that follow it. */
struct flow_piece {
    size_t end;       /* offset in the text, after the blanks */
    size_t solid_end; /* before the blanks */
    size_t width;     /* without the blanks */
    size_t blanks;
};

/* Where a line may be broken next after `start`. `keeps_commands`: not inside a command. */
static struct flow_piece next_piece(struct span text, size_t start, bool keeps_commands)
{
    struct flow_piece piece = {.end = start, .solid_end = start};
    size_t last_word = start; /* of a command */
    struct glyph glyph;
    struct glyph next;
    size_t taken = escape_read_glyph(text, start, &glyph);
    for (;;) {
        if (keeps_commands && piece.end >= last_word)
            last_word = command_text_last_word(text, piece.end);
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
        if (piece.end > last_word && may_break_between(&glyph, &next))
            return piece;
        glyph = next;
    }
}

void page_flow(struct page *page, size_t indent)
{
    struct span text = buffer_span(&page->line);
    size_t pending_blanks = 0;
    bool at_line_start = page->column <= indent;
    for (size_t start = 0; start < text.length;) {
        struct flow_piece piece = next_piece(text, start, /* keeps_commands= */ true);
        if (indent + piece.width > page->width)
            piece = next_piece(text, start, /* keeps_commands= */ false);
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

#include "input/structured/xml_record.h"

#include <expat.h>
#include <stdint.h>

#include "base/ascii.h"
#include "base/memory.h"

static void *allocate(size_t length)
{
    return memory_allocate(1, length, NULL);
}

static void *resize(void *block, size_t length)
{
    return memory_resize(block, length, 1, NULL);
}

void xml_record_release(struct xml_record *xml)
{
    if (xml->parser != NULL)
        XML_ParserFree(xml->parser);
    buffer_release(&xml->title);
    buffer_release(&xml->text);
    *xml = (struct xml_record){0};
}

static void refuse(struct xml_record *xml)
{
    xml->is_refused = true;
    XML_StopParser(xml->parser, XML_FALSE);
}

/* Stops when memory fails. */
static void must(struct xml_record *xml, bool done)
{
    if (!done)
        XML_StopParser(xml->parser, XML_FALSE);
}

/* Returns the name without the prefix of a namespace. */
static struct span local_name(const char *name)
{
    struct span whole = span_of(name);
    size_t colon = span_find_byte(whole, ':');
    return colon < whole.length ? span_slice(whole, colon + 1, whole.length) : whole;
}

static bool is_named(struct span name, const char *wanted)
{
    return span_equals(name, span_of(wanted));
}

static bool set_title(struct xml_record *xml, struct span first, struct span second)
{
    struct buffer *title = &xml->title;
    title->length = 0;
    return buffer_append(title, first, xml->fault) &&
           (second.length == 0 || (buffer_append_byte(title, ' ', xml->fault) &&
                                   buffer_append(title, second, xml->fault)));
}

static bool add(struct xml_record *xml, struct span value)
{
    return record_line_add(xml->record, buffer_span(&xml->title), value, xml->fault);
}

/* Adds the attributes of the element `name` of an event, but the names of data. */
static bool add_attributes(struct xml_record *xml, struct span name, const char **attributes)
{
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        bool is_name_of_data = is_named(name, "Data") && is_named(span_of(attributes[i]), "Name");
        if (!is_name_of_data && (!set_title(xml, name, local_name(attributes[i])) ||
                                 !add(xml, span_of(attributes[i + 1]))))
            return false;
    }
    return true;
}

static bool start_in_event(struct xml_record *xml, struct span name, const char **attributes)
{
    bool is_rendering = is_named(name, "RenderingInfo");
    xml->has_title = true;
    if (xml->container_depth == 0 && (is_rendering || is_named(name, "UserData"))) {
        xml->container_depth = xml->depth;
        xml->is_rendering = is_rendering;
    }
    if (xml->container_depth > 0)
        return xml->is_rendering ? set_title(xml, span_of("RenderingInfo"), name)
                                 : set_title(xml, span_of("EventData"), (struct span){0});
    struct span title = is_named(name, "Data") ? span_of("EventData") : name;
    return add_attributes(xml, name, attributes) && set_title(xml, title, (struct span){0});
}

/* Returns the attribute N of an element, or an empty span. */
static struct span member_name(const char **attributes)
{
    for (size_t i = 0; attributes[i] != NULL; i += 2)
        if (is_named(span_of(attributes[i]), "N"))
            return span_of(attributes[i + 1]);
    return (struct span){0};
}

static bool start_in_object(struct xml_record *xml, struct span name, const char **attributes)
{
    struct span member = member_name(attributes);
    xml->has_title = xml->title.length > 0 && is_named(name, "ToString");
    if (member.length == 0)
        return true;
    xml->has_title = true;
    return (xml->title.length == 0 || buffer_append_byte(&xml->title, '.', xml->fault)) &&
           buffer_append(&xml->title, member, xml->fault);
}

static void start_element(void *context, const char *tag, const char **attributes)
{
    struct xml_record *xml = context;
    struct span name = local_name(tag);
    if (xml->depth == 0) {
        xml->is_object = is_named(name, "Obj");
        if (!xml->is_object && !is_named(name, "Event"))
            refuse(xml);
    }
    if (xml->depth == MAX_XML_DEPTH) {
        refuse(xml);
        return;
    }
    xml->path_lengths[xml->depth++] = xml->title.length;
    xml->is_leaf = true;
    xml->text.length = 0;
    must(xml, xml->depth == 1  ? true
              : xml->is_object ? start_in_object(xml, name, attributes)
                               : start_in_event(xml, name, attributes));
}

/* Reads the four hexadecimal digits of "_x000A_"; false if it is something else. */
static bool read_escape(struct span text, size_t at, unsigned *character)
{
    enum { ESCAPE_LENGTH = 7 };
    if (text.length - at < ESCAPE_LENGTH || text.bytes[at + 1] != 'x' ||
        text.bytes[at + ESCAPE_LENGTH - 1] != '_')
        return false;
    *character = 0;
    for (size_t i = at + 2; i < at + ESCAPE_LENGTH - 1; i++) {
        int digit = ascii_hex_digit(text.bytes[i]);
        if (digit < 0)
            return false;
        *character = *character << 4 | (unsigned)digit;
    }
    return true;
}

/* PowerShell writes a control character as "_x000A_": it becomes a blank, and "_x005F_" an
 * underscore. */
static void unescape(struct buffer *text)
{
    size_t length = 0;
    for (size_t at = 0; at < text->length;) {
        unsigned character;
        bool is_escape = text->bytes[at] == '_' && read_escape(buffer_span(text), at, &character) &&
                         (character < ' ' || character == '_');
        text->bytes[length++] = !is_escape ? text->bytes[at] : character == '_' ? '_' : ' ';
        at += is_escape ? 7 : 1;
    }
    text->length = length;
}

static void end_element(void *context, const char *tag)
{
    struct xml_record *xml = context;
    (void)tag;
    if (xml->is_object)
        unescape(&xml->text);
    if (xml->is_leaf && xml->has_title && xml->text.length > 0)
        must(xml, add(xml, buffer_span(&xml->text)));
    xml->is_leaf = false;
    if (xml->depth == xml->container_depth)
        xml->container_depth = 0;
    xml->depth--;
    if (xml->is_object)
        xml->title.length = xml->path_lengths[xml->depth];
    if (xml->depth == 0) {
        xml->is_complete = true;
        XML_StopParser(xml->parser, XML_FALSE);
    }
}

static void add_text(void *context, const char *text, int length)
{
    struct xml_record *xml = context;
    if (xml->is_leaf && xml->text.length + (size_t)length <= MAX_RECORD_BYTES)
        must(xml, buffer_append(&xml->text, (struct span){text, (size_t)length}, xml->fault));
}

static void start_document_type(void *context, const char *name, const char *system_id,
                                const char *public_id, int has_internal_subset)
{
    (void)name;
    (void)system_id;
    (void)public_id;
    (void)has_internal_subset;
    refuse(context);
}

bool xml_record_start(struct xml_record *xml, struct fault *fault)
{
    static const XML_Memory_Handling_Suite memory = {allocate, resize, memory_free};
    struct xml_record old = *xml;
    *xml = (struct xml_record){.parser = old.parser, .title = old.title, .text = old.text};
    xml->title.length = xml->text.length = 0;
    if (xml->parser == NULL)
        xml->parser = XML_ParserCreate_MM("UTF-8", &memory, NULL);
    else if (!XML_ParserReset(xml->parser, "UTF-8"))
        return fault_no_memory(fault);
    if (xml->parser == NULL)
        return fault_no_memory(fault);
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, start_element, end_element);
    XML_SetCharacterDataHandler(xml->parser, add_text);
    XML_SetStartDoctypeDeclHandler(xml->parser, start_document_type);
    return true;
}

enum xml_step xml_record_feed(struct xml_record *xml, struct span text, struct record_line *record,
                              struct fault *fault)
{
    xml->record = record;
    xml->fault = fault;
    enum XML_Status status =
        XML_Parse(xml->parser, text.length > 0 ? text.bytes : "", (int)text.length, XML_FALSE);
    if (xml->is_complete)
        return XML_STEP_COMPLETE;
    if (status == XML_STATUS_OK)
        return XML_STEP_MORE;
    if (fault->kind != FAULT_NONE)
        return XML_STEP_FAULT;
    if (XML_GetErrorCode(xml->parser) != XML_ERROR_NO_MEMORY)
        return XML_STEP_REFUSED;
    fault_no_memory(fault);
    return XML_STEP_FAULT;
}

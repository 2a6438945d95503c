#include "text/number_text.h"

#include <stdio.h>

const char *number_text(uint64_t number, char text[NUMBER_TEXT_BYTES])
{
    char digits[NUMBER_TEXT_BYTES];
    int count = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    size_t length = 0;
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            text[length++] = ',';
        text[length++] = digits[i];
    }
    text[length] = '\0';
    return text;
}

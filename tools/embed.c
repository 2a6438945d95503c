/* Writes a C source that holds the named files as bytes: embed FILE... > embedded_files.c.
 * Part of the build; the table is declared in include/base/embedded.h. */
#include <stdio.h>
#include <stdlib.h>

static size_t write_bytes(const char *path, int index)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    size_t length = 0;
    printf("static const unsigned char file_%d[] = {", index);
    for (int byte = getc(file); byte != EOF; byte = getc(file))
        printf("%s%d,", length++ % 24 == 0 ? "\n" : "", byte);
    printf("0};\n");
    if (ferror(file) || fclose(file) != 0) {
        perror(path);
        exit(1);
    }
    return length;
}

int main(int count, char **paths)
{
    size_t *lengths = calloc((size_t)count, sizeof *lengths);
    if (lengths == NULL)
        return 1;
    printf("#include \"base/embedded.h\"\n");
    for (int i = 1; i < count; i++)
        lengths[i] = write_bytes(paths[i], i);
    printf("const struct embedded_file embedded_files[] = {\n");
    for (int i = 1; i < count; i++)
        printf("    {\"%s\", {(const char *)file_%d, %zu}},\n", paths[i], i, lengths[i]);
    printf("    {0, {0, 0}}};\n");
    free(lengths);
    return fflush(stdout) == 0 ? 0 : 1;
}

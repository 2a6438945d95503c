/* What the sanitizers shall not speak of. */

/* The leak sanitizer asks for it. */
const char *__lsan_default_suppressions(void); /* NOLINT(bugprone-reserved-identifier): its name */

const char *__lsan_default_suppressions(void) /* NOLINT(bugprone-reserved-identifier): its name */
{
    /* Criterion 2.4.1 forgets 48 bytes in a run with a test that takes long, when others are over.
     */
    return "leak:libcriterion\n";
}

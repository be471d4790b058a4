// Debian compiles ICU's static library so that a shared library cannot take the C library's `timezone` and `tzname` into it.
// ICU looks at them only to find out the system's time zone, which is never asked for; here are two that stand inside.
__attribute__((visibility("hidden"))) long vnextract_icu_timezone __asm__("__timezone") = 0;
__attribute__((visibility("hidden"))) char *vnextract_icu_tzname[2] __asm__("tzname") = {"UTC", "UTC"};

enum UnicodeTextPlaceholder {}

enum BuiltInLexiconsPlaceholder {}

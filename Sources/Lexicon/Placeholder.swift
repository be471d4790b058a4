enum LexiconPlaceholder {}

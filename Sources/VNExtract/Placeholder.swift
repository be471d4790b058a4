enum VNExtractPlaceholder {}

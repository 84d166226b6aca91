"""A paper to its `Outline`: parts, passages in reading order, language versions, provisions, sentences."""

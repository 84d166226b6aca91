"""Text without meaning: folding, scripts, romanisation, tokens, the language of a stretch."""

"""The words of each language, as data: `data/<lang>/<topic>.toml`, loaded once into frozen lexicons.

Code holds no words. Adding a language is adding a folder; see `greffier.lexicon.patterns` for the shape of a file.
"""

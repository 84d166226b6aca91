"""Passages to mentions and entries: typed chunks first, then one small grammar for each kind of entry.

Every finder of chunks is `find_x(passage, lexicon) -> Iterator[...]`, every grammar of entries `find_x(reading) ->
Iterator[...]`. The grammar is one for all languages; the words are data (`greffier.lexicon`).
"""

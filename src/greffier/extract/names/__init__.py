"""Names of one paper: who and what it names, found, cleaned, voted and joined into one cast.

`words` knows what a word may be, `line` is a passage cut into tokens; `persons` (with `cleaning`, `neighbours`),
`bodies` (with `complements`), `organisations`, `acronyms` and `places` look in one line, `find` settles what they
found, `vote` stamps what is sure on all lines, `people` and `institutions` join, `cast` is the fold over them.
See `docs/extract-names.md`.
"""

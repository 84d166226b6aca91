"""Names of one paper: who and what it names, found, cleaned, voted and joined into one cast.

`find` looks in one passage, `clean` trims what it found, `cast` joins it over the whole paper. See
`docs/extract-names.md`.
"""

"""Encounters: talks, calls, visits, receptions, sessions, conferences, with who took part, when, where and how.

`find` reads a paper sentence by sentence: `triggers` finds the words for an encounter, `clause` how far they reach,
`parties` who takes part, `circumstances` when, where and whether it took place, `told` decides what counts as one;
`merge` joins what the paper tells twice. See `docs/extract-meetings.md`.
"""

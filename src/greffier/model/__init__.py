"""The nouns that every room shares: frozen records, standard library only.

A paper is read (`Paper`), outlined (`Outline` with its `Passage`s), found in (`Findings`: `Appearance`s,
`Mention`s and entries), resolved (`Entity`) and judged (`Judgement`). Whoever needs one imports it from its module.
"""

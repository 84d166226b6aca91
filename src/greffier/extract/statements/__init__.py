"""Who said what: words in quotation marks, reported clauses, what was called for or praised, turns of a debate."""

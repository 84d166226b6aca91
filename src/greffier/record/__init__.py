"""The store: papers, what was read in them, whom it names and what people decided; SQLite, or PostgreSQL by URL.

`Record` (`greffier.record.record`) is the door; `schema.sql` and `queries.sql` say what is behind it.
"""

"""The store of papers, findings, entities and judgements: SQLite by default, PostgreSQL by URL."""

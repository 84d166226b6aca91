-- Lists of reference data: people and bodies that others know, with their identifiers, to compare with and to confirm.

-- Lists added; `keys` is the version of the rules by which their names are looked up.
CREATE TABLE reference_lists (
    name TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    keys TEXT NOT NULL
);

-- The people and bodies on the lists; `id` is the list's own.
CREATE TABLE reference_entries (
    number BIGINT PRIMARY KEY,
    list TEXT NOT NULL REFERENCES reference_lists (name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    names TEXT NOT NULL,
    country TEXT,
    about TEXT NOT NULL,
    identifiers TEXT NOT NULL,
    UNIQUE (list, id)
);

-- What each is looked up by: only names that share a key are compared.
CREATE TABLE reference_keys (
    key TEXT NOT NULL,
    entry BIGINT NOT NULL REFERENCES reference_entries (number) ON DELETE CASCADE,
    PRIMARY KEY (key, entry)
) WITHOUT ROWID;  -- sqlite
);  -- postgresql
CREATE INDEX reference_keys_entry ON reference_keys (entry);

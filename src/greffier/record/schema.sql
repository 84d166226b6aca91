-- The record: one file in SQLite, one schema in PostgreSQL. docs/record.md explains each table.
-- A line that ends in `-- sqlite` or `-- postgresql` is for that database alone; all others are for both.
-- Lists and records inside a column are JSON. Offsets are code points of the paper's canonical text, half-open.

-- What the record says of itself: `schema` (number of the last migration), `stale` (1: entities wait to be resolved).
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- One row per file read; `id` is the SHA-256 of its bytes. `words` counts the words of the canonical text.
CREATE TABLE papers (
    id TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    media TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    published TEXT,
    languages TEXT NOT NULL,
    parts TEXT NOT NULL,
    blocks TEXT NOT NULL,
    metadata TEXT NOT NULL,
    problems TEXT NOT NULL,
    words INTEGER NOT NULL,
    reading TEXT NOT NULL
);

-- The canonical text of each paper, UTF-8, to the byte.
CREATE TABLE texts (
    paper TEXT PRIMARY KEY REFERENCES papers (id) ON DELETE CASCADE,
    text BLOB NOT NULL  -- sqlite
    text BYTEA NOT NULL  -- postgresql
);

-- Where a paper was filed from. Two files of the same bytes are one paper with two sources.
CREATE TABLE sources (
    source TEXT PRIMARY KEY,
    paper TEXT NOT NULL REFERENCES papers (id) ON DELETE CASCADE
);
CREATE INDEX sources_paper ON sources (paper);

-- Files that could not be read, with the reason and what to do.
CREATE TABLE problems (
    source TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL
);

-- The passages of each paper in reading order: cleaned text and the way back to the canonical text.
CREATE TABLE passages (
    number INTEGER PRIMARY KEY,  -- sqlite
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- postgresql
    paper TEXT NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    offsets TEXT NOT NULL,
    sentences TEXT NOT NULL,
    article INTEGER,
    version INTEGER,
    label TEXT,
    field TEXT,
    parallel INTEGER,
    words TSVECTOR,  -- postgresql
    UNIQUE (paper, place)
);

-- The words of the passages, without case and accents, for search. The tokenizer leaves ё and ß alone, so they are
-- replaced on the way in and in a question.
CREATE VIRTUAL TABLE passage_words USING fts5 (text, content = 'passages', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');  -- sqlite
CREATE TRIGGER passage_filed AFTER INSERT ON passages BEGIN INSERT INTO passage_words (rowid, text) VALUES (new.number, replace(replace(replace(new.text, 'ё', 'е'), 'Ё', 'Е'), 'ß', 'ss')); END;  -- sqlite
CREATE TRIGGER passage_forgotten AFTER DELETE ON passages BEGIN INSERT INTO passage_words (passage_words, rowid, text) VALUES ('delete', old.number, replace(replace(replace(old.text, 'ё', 'е'), 'Ё', 'Е'), 'ß', 'ss')); END;  -- sqlite
CREATE INDEX passage_words ON passages USING gin (words);  -- postgresql

-- A person, body, place or instrument as it appears in one paper, all its forms together.
CREATE TABLE appearances (
    id TEXT PRIMARY KEY,
    paper TEXT NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    names TEXT NOT NULL,
    country TEXT,
    lang TEXT,
    roles TEXT NOT NULL,
    identifiers TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX appearances_paper ON appearances (paper);

-- Where an appearance is named.
CREATE TABLE mentions (
    appearance TEXT NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
    paper TEXT NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (appearance, span_start, span_end)
);
CREATE INDEX mentions_paper ON mentions (paper);

-- What the papers say, one row per entry; `details` holds what only its kind has. `first_day` and `last_day` bound
-- its date (ISO 8601), so that a year and a day can be compared.
CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    paper TEXT NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    place_in_paper INTEGER NOT NULL,
    kind TEXT NOT NULL,
    lang TEXT NOT NULL,
    date TEXT,
    first_day TEXT,
    last_day TEXT,
    place TEXT,
    parallel TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL,
    method TEXT NOT NULL,
    details TEXT NOT NULL
);
CREATE INDEX entries_paper ON entries (paper);
CREATE INDEX entries_day ON entries (kind, first_day);

-- The quotes that an entry rests on: spans of the canonical text and the words that stand there.
CREATE TABLE evidence (
    entry TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (entry, place)
);

-- Whom and what an entry names: `part` is the entry's field (person, speaker, participants, place …).
CREATE TABLE entry_appearances (
    entry TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    appearance TEXT NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (entry, appearance, part)
);
CREATE INDEX entry_appearances_appearance ON entry_appearances (appearance);

-- One real person, body, place or instrument over all papers; made anew from appearances and judgements.
CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    names TEXT NOT NULL,
    country TEXT,
    identifiers TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX entities_kind ON entities (kind, name);

-- Which appearances an entity is made of.
CREATE TABLE entity_appearances (
    appearance TEXT PRIMARY KEY REFERENCES appearances (id) ON DELETE CASCADE,
    entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE
);
CREATE INDEX entity_appearances_entity ON entity_appearances (entity);

-- Every form of an entity's name, folded (no case, no accents), to find it by.
CREATE TABLE entity_names (
    folded TEXT NOT NULL,
    entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (folded, entity)
);
CREATE INDEX entity_names_entity ON entity_names (entity);

-- What people decided. Rows are added and never changed; undoing is another row.
CREATE TABLE judgements (
    id TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    subjects TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL,
    value TEXT NOT NULL
);
CREATE TRIGGER judgement_kept BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are never changed; add one that undoes it'); END;  -- sqlite
CREATE TRIGGER judgement_not_removed BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are never removed; add one that undoes it'); END;  -- sqlite
CREATE FUNCTION judgement_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'judgements are never changed; add one that undoes it'; END $$;  -- postgresql
CREATE TRIGGER judgement_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON judgements FOR EACH STATEMENT EXECUTE FUNCTION judgement_kept();  -- postgresql

-- Where the text of a paper stands on its pages, for papers that have pages: compressed, as `record.layouts` writes it.
CREATE TABLE layouts (
    paper TEXT PRIMARY KEY REFERENCES papers (id) ON DELETE CASCADE,
    layout BLOB NOT NULL  -- sqlite
    layout BYTEA NOT NULL  -- postgresql
);

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

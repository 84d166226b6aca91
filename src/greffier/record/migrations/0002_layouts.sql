-- Where the text of a paper stands on its pages, for papers that have pages: compressed, as `record.layouts` writes it.
CREATE TABLE layouts (
    paper TEXT PRIMARY KEY REFERENCES papers (id) ON DELETE CASCADE,
    layout BLOB NOT NULL  -- sqlite
    layout BYTEA NOT NULL  -- postgresql
);

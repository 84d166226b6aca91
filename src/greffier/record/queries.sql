-- Every question the record is asked and every change it takes, by name. `:word` is a parameter.
-- A query for one database alone has it in brackets after its name.

-- name: meta
-- One value that the record keeps of itself.
SELECT value FROM meta WHERE key = :key;

-- name: set_meta
-- Keep one value, over the one before.
INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: paper_of_source
-- The paper that was filed from a path.
SELECT paper FROM sources WHERE source = :source;

-- name: sources_of_paper
-- Every path that a paper was filed from.
SELECT source FROM sources WHERE paper = :paper ORDER BY source;

-- name: reading_of_paper
-- Which version of the program read the paper, and under which file name.
SELECT reading, file FROM papers WHERE id = :paper;

-- name: readings
-- Every source with its paper, the version that read it and the name it was read under.
SELECT s.source, p.id, p.reading, p.file FROM sources s JOIN papers p ON p.id = s.paper;

-- name: add_source
-- A path and the paper filed from it, over what was filed from there before.
INSERT INTO sources (source, paper) VALUES (:source, :paper) ON CONFLICT (source) DO UPDATE SET paper = excluded.paper;

-- name: remove_source
-- Forget one path.
DELETE FROM sources WHERE source = :source;

-- name: remove_paper
-- Forget a paper and everything read in it.
DELETE FROM papers WHERE id = :paper;

-- name: add_paper
-- A paper's own row.
INSERT INTO papers (id, file, media, kind, title, publisher, published, languages, parts, blocks, metadata, problems, words, reading)
VALUES (:id, :file, :media, :kind, :title, :publisher, :published, :languages, :parts, :blocks, :metadata, :problems, :words, :reading);

-- name: add_text
-- A paper's canonical text.
INSERT INTO texts (paper, text) VALUES (:paper, :text);

-- name: add_layout
-- Where a paper's text stands on its pages.
INSERT INTO layouts (paper, layout) VALUES (:paper, :layout);

-- name: add_passage [sqlite]
-- A passage; its words are indexed by trigger.
INSERT INTO passages (paper, place, kind, lang, text, offsets, sentences, article, version, label, field, parallel)
VALUES (:paper, :place, :kind, :lang, :text, :offsets, :sentences, :article, :version, :label, :field, :parallel);

-- name: add_passage [postgresql]
-- A passage and its words, folded before they are indexed.
INSERT INTO passages (paper, place, kind, lang, text, offsets, sentences, article, version, label, field, parallel, words)
VALUES (:paper, :place, :kind, :lang, :text, :offsets, :sentences, :article, :version, :label, :field, :parallel, to_tsvector('simple', :folded));

-- name: add_appearance
-- Someone or something as it appears in one paper.
INSERT INTO appearances (id, paper, kind, name, names, country, lang, roles, identifiers, confidence, reason)
VALUES (:id, :paper, :kind, :name, :names, :country, :lang, :roles, :identifiers, :confidence, :reason);

-- name: add_mention
-- Where an appearance is named.
INSERT INTO mentions (appearance, paper, span_start, span_end) VALUES (:appearance, :paper, :start, :end);

-- name: add_entry
-- What a paper says.
INSERT INTO entries (id, paper, place_in_paper, kind, lang, date, first_day, last_day, place, parallel, confidence, reason, method, details)
VALUES (:id, :paper, :place_in_paper, :kind, :lang, :date, :first_day, :last_day, :place, :parallel, :confidence, :reason, :method, :details);

-- name: add_evidence
-- A quote that an entry rests on.
INSERT INTO evidence (entry, place, span_start, span_end, quote) VALUES (:entry, :place, :start, :end, :quote);

-- name: add_entry_appearance
-- Whom or what an entry names.
INSERT INTO entry_appearances (entry, appearance, part) VALUES (:entry, :appearance, :part);

-- name: add_problem
-- A file that could not be read, over what was said of it before.
INSERT INTO problems (source, reason, remedy) VALUES (:source, :reason, :remedy)
ON CONFLICT (source) DO UPDATE SET reason = excluded.reason, remedy = excluded.remedy;

-- name: remove_problem
-- The file was read after all, or is forgotten.
DELETE FROM problems WHERE source = :source;

-- name: problems
-- Every file that could not be read.
SELECT source, reason, remedy FROM problems ORDER BY source;

-- name: papers
-- Every paper, the latest published first, with the number of its entries.
SELECT p.id, p.file, p.media, p.kind, p.title, p.publisher, p.published, p.languages, p.problems, p.words,
       (SELECT count(*) FROM entries e WHERE e.paper = p.id)
FROM papers p ORDER BY coalesce(p.published, '') DESC, p.file, p.id;

-- name: paper
-- One paper, as `papers` gives it.
SELECT p.id, p.file, p.media, p.kind, p.title, p.publisher, p.published, p.languages, p.problems, p.words,
       (SELECT count(*) FROM entries e WHERE e.paper = p.id)
FROM papers p WHERE p.id = :paper;

-- name: papers_like
-- Papers whose id or file name begins so.
SELECT id FROM papers WHERE id LIKE :id ESCAPE '\' OR file = :file ORDER BY id;

-- name: all_sources
-- Every path with its paper.
SELECT paper, source FROM sources ORDER BY paper, source;

-- name: paper_whole
-- What an outline is rebuilt from.
SELECT file, media, kind, title, publisher, published, languages, parts, blocks, metadata, problems FROM papers WHERE id = :paper;

-- name: text
-- A paper's canonical text.
SELECT text FROM texts WHERE paper = :paper;

-- name: layout
-- Where a paper's text stands on its pages.
SELECT layout FROM layouts WHERE paper = :paper;

-- name: passages
-- The passages of a paper in reading order.
SELECT place, kind, lang, text, offsets, sentences, article, version, label, field, parallel
FROM passages WHERE paper = :paper ORDER BY place;

-- name: appearances
-- Who and what appears in a paper.
SELECT id, paper, kind, name, names, country, lang, roles, identifiers, confidence, reason
FROM appearances WHERE paper = :paper ORDER BY id;

-- name: all_appearances
-- Who and what appears, over all papers.
SELECT id, paper, kind, name, names, country, lang, roles, identifiers, confidence, reason FROM appearances ORDER BY id;

-- name: appearance_ids
-- The id of each appearance.
SELECT id FROM appearances;

-- name: entry_ids
-- The id of each entry.
SELECT id FROM entries;

-- name: mentions_of_paper
-- Where the paper names someone or something, in reading order.
SELECT appearance, paper, span_start, span_end FROM mentions WHERE paper = :paper ORDER BY span_start, span_end, appearance;

-- name: mentions_of_entity
-- Where an entity is named, paper by paper, in reading order.
SELECT m.appearance, m.paper, m.span_start, m.span_end
FROM entity_appearances x JOIN mentions m ON m.appearance = x.appearance
WHERE x.entity = :entity ORDER BY m.paper, m.span_start, m.span_end;

-- name: entries_of_paper
-- The entries of a paper as the machine read them, in the order found.
SELECT id, paper, kind, lang, date, place, parallel, confidence, reason, method, details
FROM entries WHERE paper = :paper ORDER BY place_in_paper;

-- name: entry
-- One entry, by its id.
SELECT id, paper, kind, lang, date, place, parallel, confidence, reason, method, details FROM entries WHERE id = :entry;

-- name: entries
-- Entries by date, open dates last: of an entity or of all (`about` null), of a paper or of all, between two days or at
-- any time (`since`, `until` null). `kinds` is a comma-separated list with a comma at either end, or null.
SELECT e.id, e.paper, e.kind, e.lang, e.date, e.place, e.parallel, e.confidence, e.reason, e.method, e.details
FROM entries e
WHERE (CAST(:kinds AS TEXT) IS NULL OR :kinds LIKE '%,' || e.kind || ',%')
  AND (CAST(:since AS TEXT) IS NULL OR e.last_day >= :since)
  AND (CAST(:until AS TEXT) IS NULL OR e.first_day <= :until)
ORDER BY coalesce(e.first_day, '9999'), coalesce(e.last_day, '9999'), e.paper, e.place_in_paper, e.id;

-- name: entries_about
-- As `entries`, of those that name one entity in any part.
SELECT e.id, e.paper, e.kind, e.lang, e.date, e.place, e.parallel, e.confidence, e.reason, e.method, e.details
FROM entries e
WHERE e.id IN (SELECT a.entry FROM entity_appearances x JOIN entry_appearances a ON a.appearance = x.appearance WHERE x.entity = :about)
  AND (CAST(:kinds AS TEXT) IS NULL OR :kinds LIKE '%,' || e.kind || ',%')
  AND (CAST(:since AS TEXT) IS NULL OR e.last_day >= :since)
  AND (CAST(:until AS TEXT) IS NULL OR e.first_day <= :until)
ORDER BY coalesce(e.first_day, '9999'), coalesce(e.last_day, '9999'), e.paper, e.place_in_paper, e.id;

-- name: entries_in_paper
-- As `entries`, of one paper, in the order found.
SELECT e.id, e.paper, e.kind, e.lang, e.date, e.place, e.parallel, e.confidence, e.reason, e.method, e.details
FROM entries e
WHERE e.paper = :paper
  AND (CAST(:kinds AS TEXT) IS NULL OR :kinds LIKE '%,' || e.kind || ',%')
  AND (CAST(:since AS TEXT) IS NULL OR e.last_day >= :since)
  AND (CAST(:until AS TEXT) IS NULL OR e.first_day <= :until)
ORDER BY e.place_in_paper, e.id;

-- name: evidence
-- The quotes of an entry, in its order.
SELECT span_start, span_end, quote FROM evidence WHERE entry = :entry ORDER BY place;

-- name: evidence_of_paper
-- The quotes of every entry of a paper.
SELECT v.entry, v.span_start, v.span_end, v.quote
FROM entries e JOIN evidence v ON v.entry = e.id WHERE e.paper = :paper ORDER BY v.entry, v.place;

-- name: all_evidence
-- Every quote.
SELECT entry, span_start, span_end, quote FROM evidence ORDER BY entry, place;

-- name: entity_of_appearance
-- The entity that an appearance belongs to.
SELECT x.entity FROM entity_appearances x WHERE x.appearance = :appearance;

-- name: entities_of_entry
-- Which entity stands behind each appearance that an entry names.
SELECT a.appearance, x.entity
FROM entry_appearances a JOIN entity_appearances x ON x.appearance = a.appearance WHERE a.entry = :entry;

-- name: entity_appearances
-- Every appearance with its entity.
SELECT appearance, entity FROM entity_appearances;

-- name: entities
-- The entities of a kind, or all (`kind` null), by name.
SELECT id, kind, name, names, country, identifiers, confidence, reason
FROM entities WHERE CAST(:kind AS TEXT) IS NULL OR kind = :kind ORDER BY name, id;

-- name: entity
-- One entity, by its id.
SELECT id, kind, name, names, country, identifiers, confidence, reason FROM entities WHERE id = :entity;

-- name: appearances_of_entity
-- What an entity is made of.
SELECT appearance FROM entity_appearances WHERE entity = :entity ORDER BY appearance;

-- name: entities_by_name
-- Entities of which some form, folded, is as given or like it.
SELECT DISTINCT entity FROM entity_names WHERE folded LIKE :folded ESCAPE '\' ORDER BY entity;

-- name: weights
-- Of each entity: the papers that name it, the mentions and the entries it stands in.
SELECT n.id, count(DISTINCT a.paper),
       coalesce(sum((SELECT count(*) FROM mentions m WHERE m.appearance = a.id)), 0),
       coalesce(sum((SELECT count(DISTINCT r.entry) FROM entry_appearances r WHERE r.appearance = a.id)), 0)
FROM entities n JOIN entity_appearances x ON x.entity = n.id JOIN appearances a ON a.id = x.appearance
WHERE CAST(:kind AS TEXT) IS NULL OR n.kind = :kind GROUP BY n.id;

-- name: remove_entity
-- An entity that is no more.
DELETE FROM entities WHERE id = :id;

-- name: remove_entity_names
-- The names of an entity that is written anew.
DELETE FROM entity_names WHERE entity = :id;

-- name: add_entity
-- An entity, over what it was before.
INSERT INTO entities (id, kind, name, names, country, identifiers, confidence, reason)
VALUES (:id, :kind, :name, :names, :country, :identifiers, :confidence, :reason)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, names = excluded.names, country = excluded.country,
    identifiers = excluded.identifiers, confidence = excluded.confidence, reason = excluded.reason;

-- name: add_entity_name
-- A form of an entity's name, folded.
INSERT INTO entity_names (folded, entity) VALUES (:folded, :entity) ON CONFLICT (folded, entity) DO NOTHING;

-- name: add_entity_appearance
-- That an appearance belongs to an entity, over where it belonged before.
INSERT INTO entity_appearances (appearance, entity) VALUES (:appearance, :entity)
ON CONFLICT (appearance) DO UPDATE SET entity = excluded.entity;

-- name: judgements
-- What people decided, in the order decided.
SELECT id, verdict, subjects, who, at, why, value FROM judgements ORDER BY at, id;

-- name: add_judgement
-- A decision, at the end of the log; the same one twice is one.
INSERT INTO judgements (id, verdict, subjects, who, at, why, value)
VALUES (:id, :verdict, :subjects, :who, :at, :why, :value) ON CONFLICT (id) DO NOTHING;

-- name: count_papers
-- Papers by first language and kind.
SELECT languages, kind, count(*), coalesce(sum(words), 0) FROM papers GROUP BY languages, kind ORDER BY languages, kind;

-- name: count_entries
-- Entries by kind.
SELECT kind, count(*) FROM entries GROUP BY kind ORDER BY kind;

-- name: count_entities
-- Entities by kind.
SELECT kind, count(*) FROM entities GROUP BY kind ORDER BY kind;

-- name: count_passages
-- Passages of all papers.
SELECT count(*) FROM passages;

-- name: count_mentions
-- Mentions of all papers.
SELECT count(*) FROM mentions;

-- name: search [sqlite]
-- Passages that hold the words, best first (BM25; the lower, the better).
SELECT p.paper, p.place, bm25(passage_words) AS rank
FROM passage_words JOIN passages p ON p.number = passage_words.rowid
WHERE passage_words MATCH :words AND p.kind <> 'boilerplate'
ORDER BY rank, p.paper, p.place LIMIT :limit;

-- name: search [postgresql]
-- Passages that hold the words, best first (cover density, by length; negated: the lower, the better).
SELECT p.paper, p.place, -ts_rank_cd(p.words, to_tsquery('simple', :words), 1) AS rank
FROM passages p
WHERE p.words @@ to_tsquery('simple', :words) AND p.kind <> 'boilerplate'
ORDER BY rank, p.paper, p.place LIMIT :limit;

-- name: passage
-- One passage, by paper and place.
SELECT place, kind, lang, text, offsets, sentences, article, version, label, field, parallel
FROM passages WHERE paper = :paper AND place = :place;

-- name: appearance
-- One appearance, by its id.
SELECT id FROM appearances WHERE id = :appearance;

-- name: rename_paper
-- Another name for a paper whose first source went; no version has read it under this one.
UPDATE papers SET file = :file, reading = '' WHERE id = :paper;

-- name: entities_like
-- Entities whose id begins so.
SELECT id FROM entities WHERE id LIKE :id ORDER BY id;

-- name: entries_like
-- Entries whose id begins so.
SELECT id FROM entries WHERE id LIKE :id ORDER BY id;

-- name: reference_lists
-- Every list of reference data, with how many it knows.
SELECT l.name, l.file, l.digest, l.keys, count(e.number) FROM reference_lists l LEFT JOIN reference_entries e ON e.list = l.name
GROUP BY l.name, l.file, l.digest, l.keys ORDER BY l.name;

-- name: add_reference_list
-- A list's own row.
INSERT INTO reference_lists (name, file, digest, keys) VALUES (:name, :file, :digest, :keys);

-- name: set_reference_list
-- What is known of a list once all of it was read, or its keys were made anew.
UPDATE reference_lists SET digest = :digest, keys = :keys WHERE name = :name;

-- name: remove_reference_list
-- Forget a list and everyone on it.
DELETE FROM reference_lists WHERE name = :name;

-- name: last_reference
-- The highest number that an entry of a list has.
SELECT coalesce(max(number), 0) FROM reference_entries;

-- name: add_reference
-- Someone or something on a list.
INSERT INTO reference_entries (number, list, id, kind, name, names, country, about, identifiers)
VALUES (:number, :list, :id, :kind, :name, :names, :country, :about, :identifiers);

-- name: add_reference_key
-- What an entry of a list is looked up by.
INSERT INTO reference_keys (key, entry) VALUES (:key, :entry);

-- name: remove_reference_keys
-- Forget what the entries of a list are looked up by.
DELETE FROM reference_keys WHERE entry IN (SELECT number FROM reference_entries WHERE list = :name);

-- name: references_with_key
-- Entries of lists that share a key, up to a number of them.
SELECT entry FROM reference_keys WHERE key = :key LIMIT :limit;

-- name: reference
-- One entry of a list, by its number.
SELECT list, id, kind, name, names, country, about, identifiers FROM reference_entries WHERE number = :number;

-- name: reference_by_id
-- One entry of a list, by its id there.
SELECT list, id, kind, name, names, country, about, identifiers FROM reference_entries WHERE list = :list AND id = :id;

-- name: references_of_list
-- Everyone on a list after a number, up to a number of them.
SELECT number, list, id, kind, name, names, country, about, identifiers
FROM reference_entries WHERE list = :list AND number > :after ORDER BY number LIMIT :limit;

-- name: appearance_weights
-- How many entries name each appearance.
SELECT appearance, count(DISTINCT entry) FROM entry_appearances GROUP BY appearance;

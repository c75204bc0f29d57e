-- Search in sentences and names; evidence in fewer bytes; indexes for one actor's partners and days.

-- How a relation was found, and why words mean an actor, are the same few phrases again and again:
-- each is stored once. The view evidence_text puts them back in their places.

CREATE TABLE rules (             -- which part of the program found a relation, and how
  id        INTEGER PRIMARY KEY, -- internal to this file
  extractor TEXT NOT NULL,       -- the part of the program: 'verbal', 'position', ...
  frame     TEXT NOT NULL,       -- lexicon entry or rule that fired
  UNIQUE (extractor, frame)
) STRICT;

CREATE TABLE reasons (           -- why some words mean an actor
  id    INTEGER PRIMARY KEY,     -- internal to this file
  words TEXT NOT NULL UNIQUE     -- 'name of Israel', 'surname of Joe Biden, introduced in sentence 2'
) STRICT;

DROP VIEW triples;
DROP VIEW evidence_text;
DROP VIEW timeline;
DROP VIEW conflict_cooperation;

CREATE TABLE evidence_anew (     -- the sentences a relation rests on; every relation has at least one
  id              INTEGER PRIMARY KEY,  -- internal to this file
  relation        INTEGER NOT NULL REFERENCES relations (id) ON DELETE CASCADE,
  sentence        INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  subject_begin   INTEGER NOT NULL,  -- the words that carry the subject; a speaker's may stand in another sentence
  subject_end     INTEGER NOT NULL CHECK (subject_end >= subject_begin),
  predicate_begin INTEGER NOT NULL,  -- the words that carry the relation
  predicate_end   INTEGER NOT NULL CHECK (predicate_end >= predicate_begin),
  object_begin    INTEGER NOT NULL,  -- the words that carry the object
  object_end      INTEGER NOT NULL CHECK (object_end >= object_begin),
  phrase          TEXT NOT NULL,     -- the predicate as in the text: 'held talks with'
  confidence      REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule            INTEGER NOT NULL REFERENCES rules (id),    -- how it was found
  subject_reason  INTEGER NOT NULL REFERENCES reasons (id),  -- why the words mean this subject
  object_reason   INTEGER NOT NULL REFERENCES reasons (id)   -- why the words mean this object
) STRICT;

INSERT INTO rules (extractor, frame) SELECT DISTINCT extractor, frame FROM evidence;
INSERT INTO reasons (words)
SELECT subject_reason FROM evidence UNION SELECT object_reason FROM evidence;
INSERT INTO evidence_anew
SELECT e.id, e.relation, e.sentence, e.subject_begin, e.subject_end, e.predicate_begin,
       e.predicate_end, e.object_begin, e.object_end, e.phrase, e.confidence, r.id, s.id, o.id
FROM evidence AS e
JOIN rules AS r ON r.extractor = e.extractor AND r.frame = e.frame
JOIN reasons AS s ON s.words = e.subject_reason
JOIN reasons AS o ON o.words = e.object_reason
ORDER BY e.id;
DROP TABLE evidence;
ALTER TABLE evidence_anew RENAME TO evidence;
CREATE INDEX evidence_by_relation ON evidence (relation);
CREATE INDEX evidence_by_sentence ON evidence (sentence);

-- NULL: the words stand in the document's text. Given where the text is not kept and the actor is
-- called by name.
ALTER TABLE mentions ADD COLUMN name TEXT;

CREATE INDEX actors_by_exact_name ON actors (name);
DROP INDEX relations_by_subject;
DROP INDEX relations_by_object;
-- Each holds all that partners, their balance and paths ask of a relation.
CREATE INDEX relations_by_subject ON relations (subject, object, class, date, confidence);
CREATE INDEX relations_by_object ON relations (object, subject, class, date, confidence);
CREATE INDEX relations_by_date ON relations (date, class) WHERE date IS NOT NULL;

-- Views for people ---------------------------------------------------------------------------

-- One row a relation, in words.
CREATE VIEW triples AS
SELECT r.id, s.name AS subject, r.predicate AS relation, o.name AS object, r.class, r.mode,
       t.quad, r.polarity, r.modality, a.name AS attribution, r.date, r.confidence,
       s.kind AS subject_kind, o.kind AS object_kind, s.key AS subject_key, o.key AS object_key,
       d.name AS document, d.date AS published,
       (SELECT count(*) FROM evidence AS e WHERE e.relation = r.id) AS evidences
FROM relations AS r
JOIN relation_types AS t ON t.class = r.class
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
JOIN documents AS d ON d.id = r.document
LEFT JOIN actors AS a ON a.id = r.attribution;

-- Every evidence with its sentence, the words of its three parts, and how it was found.
CREATE VIEW evidence_text AS
SELECT e.id, e.relation, d.name AS document, n.number AS sentence_number,
       CAST(substr(CAST(d.text AS BLOB), n.byte_begin + 1, n.byte_end - n.byte_begin) AS TEXT) AS sentence,
       CAST(substr(CAST(d.text AS BLOB), e.subject_begin + 1, e.subject_end - e.subject_begin) AS TEXT) AS subject_words,
       e.phrase,
       CAST(substr(CAST(d.text AS BLOB), e.object_begin + 1, e.object_end - e.object_begin) AS TEXT) AS object_words,
       e.confidence, u.extractor, u.frame, s.words AS subject_reason, o.words AS object_reason, d.url
FROM evidence AS e
JOIN sentences AS n ON n.id = e.sentence
JOIN documents AS d ON d.id = n.document
JOIN rules AS u ON u.id = e.rule
JOIN reasons AS s ON s.id = e.subject_reason
JOIN reasons AS o ON o.id = e.object_reason;

-- Dated events in order of time.
CREATE VIEW timeline AS
SELECT date, subject, relation, object, class, quad, polarity, modality, attribution, document, id
FROM triples
WHERE quad <> 'none' AND date IS NOT NULL
ORDER BY date, document, id;

-- Cooperation and conflict between two actors, month by month; the pair in order of names.
CREATE VIEW conflict_cooperation AS
SELECT min(subject, object) AS actor, max(subject, object) AS other, substr(date, 1, 7) AS month,
       sum(quad = 'verbal cooperation') AS verbal_cooperation,
       sum(quad = 'material cooperation') AS material_cooperation,
       sum(quad = 'verbal conflict') AS verbal_conflict,
       sum(quad = 'material conflict') AS material_conflict
FROM triples
WHERE quad <> 'none' AND length(date) >= 7 AND polarity = 'affirmed' AND modality = 'actual'
GROUP BY 1, 2, 3;

-- Every sentence in words; NULL where the text is not kept.
CREATE VIEW sentence_text AS
SELECT n.id, n.document, n.number,
       CAST(substr(CAST(d.text AS BLOB), n.byte_begin + 1, n.byte_end - n.byte_begin) AS TEXT) AS sentence
FROM sentences AS n
JOIN documents AS d ON d.id = n.document;

-- Every actor with all names the articles use for it, a line each.
CREATE VIEW actor_names AS
SELECT a.id, a.name,
       (SELECT group_concat(l.name, char(10)) FROM aliases AS l WHERE l.actor = a.id) AS aliases
FROM actors AS a;

-- Full-text search ------------------------------------------------------------------------------
-- Both indexes hold no text of their own: they point at the views above and are kept in step by
-- triggers, whoever writes. Letters match without regard to case and accents.

-- SELECT rowid FROM sentence_search('nuclear talks'): ids of sentences
CREATE VIRTUAL TABLE sentence_search USING fts5(
  sentence, content='sentence_text', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

-- SELECT rowid FROM actor_search('lavrov'): ids of actors
CREATE VIRTUAL TABLE actor_search USING fts5(
  name, aliases, content='actor_names', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2');

CREATE TRIGGER sentence_added AFTER INSERT ON sentences BEGIN
  INSERT INTO sentence_search (rowid, sentence)
  SELECT id, sentence FROM sentence_text WHERE id = new.id;
END;
CREATE TRIGGER sentence_gone BEFORE DELETE ON sentences BEGIN
  INSERT INTO sentence_search (sentence_search, rowid, sentence)
  SELECT 'delete', id, sentence FROM sentence_text WHERE id = old.id;
END;
CREATE TRIGGER sentence_moves BEFORE UPDATE OF id, document, byte_begin, byte_end ON sentences BEGIN
  INSERT INTO sentence_search (sentence_search, rowid, sentence)
  SELECT 'delete', id, sentence FROM sentence_text WHERE id = old.id;
END;
CREATE TRIGGER sentence_moved AFTER UPDATE OF id, document, byte_begin, byte_end ON sentences BEGIN
  INSERT INTO sentence_search (rowid, sentence)
  SELECT id, sentence FROM sentence_text WHERE id = new.id;
END;

-- Sentences go while their text is still there.
CREATE TRIGGER document_gone BEFORE DELETE ON documents BEGIN
  DELETE FROM sentences WHERE document = old.id;
END;
CREATE TRIGGER document_changes BEFORE UPDATE OF id, text ON documents BEGIN
  INSERT INTO sentence_search (sentence_search, rowid, sentence)
  SELECT 'delete', id, sentence FROM sentence_text
  WHERE document = old.id;
END;
CREATE TRIGGER document_changed AFTER UPDATE OF id, text ON documents BEGIN
  INSERT INTO sentence_search (rowid, sentence)
  SELECT id, sentence FROM sentence_text WHERE document = new.id;
END;

CREATE TRIGGER actor_added AFTER INSERT ON actors BEGIN
  INSERT INTO actor_search (rowid, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER actor_gone BEFORE DELETE ON actors BEGIN
  DELETE FROM aliases WHERE actor = old.id;
  INSERT INTO actor_search (actor_search, rowid, name) VALUES ('delete', old.id, old.name);
END;
CREATE TRIGGER actor_changes BEFORE UPDATE OF id, name ON actors BEGIN
  INSERT INTO actor_search (actor_search, rowid, name, aliases)
  SELECT 'delete', id, name, aliases FROM actor_names WHERE id = old.id;
END;
CREATE TRIGGER actor_changed AFTER UPDATE OF id, name ON actors BEGIN
  INSERT INTO actor_search (rowid, name, aliases)
  SELECT id, name, aliases FROM actor_names WHERE id = new.id;
END;

-- AFTER only: an INSERT that meets its own row and counts it up must not come here.
CREATE TRIGGER alias_added AFTER INSERT ON aliases BEGIN
  INSERT INTO actor_search (actor_search, rowid, name, aliases)
  SELECT 'delete', a.id, a.name,
         (SELECT group_concat(l.name, char(10)) FROM aliases AS l
          WHERE l.actor = a.id AND l.name <> new.name)
  FROM actors AS a WHERE a.id = new.actor;
  INSERT INTO actor_search (rowid, name, aliases)
  SELECT id, name, aliases FROM actor_names WHERE id = new.actor;
END;
CREATE TRIGGER alias_goes BEFORE DELETE ON aliases BEGIN
  INSERT INTO actor_search (actor_search, rowid, name, aliases)
  SELECT 'delete', id, name, aliases FROM actor_names WHERE id = old.actor;
END;
CREATE TRIGGER alias_gone AFTER DELETE ON aliases BEGIN
  INSERT INTO actor_search (rowid, name, aliases)
  SELECT id, name, aliases FROM actor_names WHERE id = old.actor;
END;
CREATE TRIGGER alias_changes BEFORE UPDATE OF actor, name ON aliases BEGIN
  INSERT INTO actor_search (actor_search, rowid, name, aliases)
  SELECT 'delete', id, name, aliases FROM actor_names WHERE id IN (old.actor, new.actor);
END;
CREATE TRIGGER alias_changed AFTER UPDATE OF actor, name ON aliases BEGIN
  INSERT INTO actor_search (rowid, name, aliases)
  SELECT id, name, aliases FROM actor_names WHERE id IN (old.actor, new.actor);
END;

INSERT INTO sentence_search (sentence_search) VALUES ('rebuild');
INSERT INTO actor_search (actor_search) VALUES ('rebuild');

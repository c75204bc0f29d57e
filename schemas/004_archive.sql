-- What large collections need: which articles are reprints of one story, and which could not be read.

CREATE TABLE sketches (           -- of the documents' texts, to recognise an article reprinted with changes
  document   INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  sketch     BLOB NOT NULL,       -- MinHash of its runs of four words: 64 numbers of 4 bytes; empty: too short
  reprint_of INTEGER REFERENCES documents (id)  -- of the documents with nearly the same text, the first by
                                  -- name; NULL: it is that one itself
) STRICT;
CREATE INDEX sketches_by_reprint ON sketches (reprint_of) WHERE reprint_of IS NOT NULL;

CREATE TABLE sketch_bands (       -- documents that share a band of four numbers may be nearly the same
  band     INTEGER NOT NULL,      -- 0 to 15
  value    INTEGER NOT NULL,      -- hash of the band's numbers
  document INTEGER NOT NULL REFERENCES sketches (document) ON DELETE CASCADE,
  PRIMARY KEY (band, value, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketch_bands_by_document ON sketch_bands (document);

-- Where the first of a story goes, the others are compared anew when documents are added next.
CREATE TRIGGER sketches_lose_their_first BEFORE DELETE ON documents BEGIN
  DELETE FROM sketches WHERE reprint_of = OLD.id;
END;

CREATE TABLE failures (           -- documents that a stage of reading failed at; not in the graph
  hash    BLOB PRIMARY KEY CHECK (length(hash) = 32),  -- as documents.hash would be
  name    TEXT NOT NULL,          -- as documents.name would be
  path    TEXT NOT NULL,          -- where it was read from
  error   TEXT NOT NULL,          -- what went wrong, in words
  program TEXT NOT NULL           -- version of the program that failed
) STRICT, WITHOUT ROWID;

-- One row a document with the story it tells: agency copy that several papers print is one.
CREATE VIEW stories AS
WITH RECURSIVE telling (document, story) AS (
  SELECT d.id, d.id FROM documents AS d
  WHERE NOT EXISTS (SELECT 1 FROM sketches AS k WHERE k.document = d.id AND k.reprint_of IS NOT NULL)
  UNION ALL
  SELECT k.document, t.story FROM telling AS t JOIN sketches AS k ON k.reprint_of = t.document
)
SELECT d.name AS document, d.source, d.date, s.name AS story, t.document AS document_id,
       t.story AS story_id
FROM telling AS t
JOIN documents AS d ON d.id = t.document
JOIN documents AS s ON s.id = t.story;

-- As edges, but what the reprints of a story say counts once; `sources` says how many told it.
CREATE VIEW story_edges AS
SELECT s.name AS subject, r.class, o.name AS object, r.polarity, r.modality,
       count(DISTINCT t.story_id || '|' || r.predicate || '|' || coalesce(r.date, '')) AS weight,
       count(DISTINCT t.story_id) AS stories, count(DISTINCT r.document) AS sources,
       min(r.date) AS first_date, max(r.date) AS last_date, max(r.confidence) AS confidence,
       s.key AS subject_key, o.key AS object_key
FROM relations AS r
JOIN stories AS t ON t.document_id = r.document
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
GROUP BY r.subject, r.class, r.object, r.polarity, r.modality;

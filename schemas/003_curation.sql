-- Why an evidence says what it says, and what people have put right by hand.

ALTER TABLE evidence ADD COLUMN polarity_reason TEXT;  -- the word that negates: 'not'; NULL: none
ALTER TABLE evidence ADD COLUMN modality_reason TEXT;  -- the word that makes it planned, supposed or demanded: 'will'; NULL: none
ALTER TABLE evidence ADD COLUMN date_reason TEXT;      -- the words that give the date: 'last Monday'; NULL: none

CREATE TABLE curation (      -- what people changed by hand; applied in this order, also to articles read later
  id       INTEGER PRIMARY KEY,
  act      TEXT NOT NULL CHECK (act IN ('merge', 'split', 'rename')),
  actor    TEXT NOT NULL,    -- actors.key of the one that is merged away, split or renamed
  other    TEXT              -- actors.key of the one it becomes; NULL: rename
    CHECK ((other IS NULL) = (act = 'rename')),
  name     TEXT              -- the new name; NULL: merge
    CHECK ((name IS NULL) = (act = 'merge')),
  document TEXT,             -- split: only in documents whose name matches this GLOB; NULL: in all
  words    TEXT,             -- split: only where the article uses these words; NULL: whatever it uses
  note     TEXT,             -- why, in the user's words; NULL: not said
  made     TEXT NOT NULL,    -- when, UTC: '2031-05-08T10:00:00Z'
  undone   TEXT              -- when it was taken back; NULL: in force
) STRICT;

-- What the program had read, where a merge or split has changed it. NULL: unchanged.
ALTER TABLE actors ADD COLUMN read_name TEXT;                                    -- name before it was renamed
ALTER TABLE actors ADD COLUMN merged_into INTEGER REFERENCES actors (id);        -- all that speaks of it counts for that one; NULL: not merged
ALTER TABLE mentions ADD COLUMN read_actor INTEGER REFERENCES actors (id);       -- actor as read
ALTER TABLE relations ADD COLUMN read_subject INTEGER REFERENCES actors (id);    -- subject as read
ALTER TABLE relations ADD COLUMN read_object INTEGER REFERENCES actors (id);     -- object as read
ALTER TABLE relations ADD COLUMN read_attribution INTEGER REFERENCES actors (id);  -- attribution as read
CREATE INDEX mentions_by_read_actor ON mentions (read_actor) WHERE read_actor IS NOT NULL;
CREATE INDEX relations_by_read_subject ON relations (read_subject) WHERE read_subject IS NOT NULL;
CREATE INDEX relations_by_read_object ON relations (read_object) WHERE read_object IS NOT NULL;
CREATE INDEX relations_by_read_attribution ON relations (read_attribution) WHERE read_attribution IS NOT NULL;
CREATE INDEX actors_by_merged_into ON actors (merged_into) WHERE merged_into IS NOT NULL;

-- A relation between two actors that turned out to be one says nothing any more: it stays in the
-- table, so that the merge can be taken back, and out of the views.
DROP VIEW edges;
DROP VIEW conflict_cooperation;
DROP VIEW timeline;
DROP VIEW triples;

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
LEFT JOIN actors AS a ON a.id = r.attribution
WHERE r.subject <> r.object;

-- One row a pair of actors and class: how often, in how many documents, from when to when.
CREATE VIEW edges AS
SELECT s.name AS subject, r.class, o.name AS object, r.polarity, r.modality,
       count(*) AS weight, count(DISTINCT r.document) AS documents,
       min(r.date) AS first_date, max(r.date) AS last_date, max(r.confidence) AS confidence,
       s.key AS subject_key, o.key AS object_key
FROM relations AS r
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
WHERE r.subject <> r.object
GROUP BY r.subject, r.class, r.object, r.polarity, r.modality;

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

-- Every change by hand, in names; undone is NULL while it is in force.
CREATE VIEW curation_log AS
SELECT c.id, c.act, coalesce(a.read_name, a.name, c.actor) AS actor,
       coalesce(c.name, b.name, c.other) AS becomes, c.document, c.words, c.note, c.made, c.undone
FROM curation AS c
LEFT JOIN actors AS a ON a.key = c.actor
LEFT JOIN actors AS b ON b.key = c.other
ORDER BY c.id;

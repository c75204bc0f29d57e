-- Facts at first sight: who counts what happened must not count what was denied, planned or wished.

-- 1: told as done or so; 0: denied, planned, supposed or demanded (polarity, modality)
ALTER TABLE relations ADD COLUMN fact INTEGER NOT NULL DEFAULT 1 CHECK (fact IN (0, 1));
UPDATE relations SET fact = 0 WHERE polarity <> 'affirmed' OR modality <> 'actual';

CREATE TRIGGER relation_changed AFTER UPDATE OF polarity, modality ON relations BEGIN
  UPDATE relations SET fact = (new.polarity = 'affirmed' AND new.modality = 'actual')
  WHERE id = new.id;
END;

-- Each holds all that partners, their balance and paths ask of a relation.
DROP INDEX relations_by_subject;
DROP INDEX relations_by_object;
CREATE INDEX relations_by_subject ON relations (subject, object, class, date, confidence, fact);
CREATE INDEX relations_by_object ON relations (object, subject, class, date, confidence, fact);

DROP VIEW conflict_cooperation;
DROP VIEW timeline;
DROP VIEW edges;
DROP VIEW story_edges;
DROP VIEW positions;
DROP VIEW triples;

-- One row a relation, in words.
CREATE VIEW triples AS
SELECT r.id, s.name AS subject, r.predicate AS relation, o.name AS object, r.class, r.mode,
       t.quad, r.fact, r.polarity, r.modality, a.name AS attribution, r.date, r.confidence,
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
SELECT s.name AS subject, r.class, o.name AS object, r.fact, r.polarity, r.modality,
       count(*) AS weight, count(DISTINCT r.document) AS documents,
       min(r.date) AS first_date, max(r.date) AS last_date, max(r.confidence) AS confidence,
       s.key AS subject_key, o.key AS object_key
FROM relations AS r
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
WHERE r.subject <> r.object
GROUP BY r.subject, r.class, r.object, r.fact, r.polarity, r.modality;

-- As edges, but what the reprints of a story say counts once; `sources` says how many told it.
CREATE VIEW story_edges AS
SELECT s.name AS subject, r.class, o.name AS object, r.fact, r.polarity, r.modality,
       count(DISTINCT t.story_id || '|' || r.predicate || '|' || coalesce(r.date, '')) AS weight,
       count(DISTINCT t.story_id) AS stories, count(DISTINCT r.document) AS sources,
       min(r.date) AS first_date, max(r.date) AS last_date, max(r.confidence) AS confidence,
       s.key AS subject_key, o.key AS object_key
FROM relations AS r
JOIN stories AS t ON t.document_id = r.document
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
WHERE r.subject <> r.object
GROUP BY r.subject, r.class, r.object, r.fact, r.polarity, r.modality;

-- Dated events in order of time.
CREATE VIEW timeline AS
SELECT date, subject, relation, object, class, quad, fact, polarity, modality, attribution,
       document, id
FROM triples
WHERE quad <> 'none' AND date IS NOT NULL
ORDER BY date, document, id;

-- Who holds or held which office, as the articles say.
CREATE VIEW positions AS
SELECT s.name AS person, o.name AS position, r.predicate AS relation, r.fact, r.polarity,
       r.modality, min(d.date) AS first_reported, max(d.date) AS last_reported,
       count(DISTINCT r.document) AS documents, s.key AS person_key, o.key AS position_key
FROM relations AS r
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
JOIN documents AS d ON d.id = r.document
WHERE r.class = 'HOLDS_POSITION' AND r.subject <> r.object
GROUP BY r.subject, r.object, r.predicate, r.fact, r.polarity, r.modality;

-- Cooperation and conflict between two actors, month by month; the pair in order of names. Facts only.
CREATE VIEW conflict_cooperation AS
SELECT min(subject, object) AS actor, max(subject, object) AS other, substr(date, 1, 7) AS month,
       sum(quad = 'verbal cooperation') AS verbal_cooperation,
       sum(quad = 'material cooperation') AS material_cooperation,
       sum(quad = 'verbal conflict') AS verbal_conflict,
       sum(quad = 'material conflict') AS material_conflict
FROM triples
WHERE fact AND quad <> 'none' AND length(date) >= 7
GROUP BY 1, 2, 3;

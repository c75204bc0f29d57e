-- Views that gather, grouped by what their rows are called too: only so does SQLite look for one
-- actor by its index before it gathers, and not in all that was gathered.

DROP VIEW edges;
DROP VIEW story_edges;
DROP VIEW positions;

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
GROUP BY s.id, s.name, s.key, r.class, o.id, o.name, o.key, r.fact, r.polarity, r.modality;

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
GROUP BY s.id, s.name, s.key, r.class, o.id, o.name, o.key, r.fact, r.polarity, r.modality;

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
GROUP BY s.id, s.name, s.key, o.id, o.name, o.key, r.predicate, r.fact, r.polarity, r.modality;

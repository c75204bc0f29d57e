-- Keys, indexes and views of schemas/*.sql for PostgreSQL. Names, words and reasons come from
-- texts and may be longer than a B-tree's row: they have hash indexes, which know no limit.

ALTER TABLE relation_types ADD PRIMARY KEY (class);
ALTER TABLE documents ADD PRIMARY KEY (id), ADD UNIQUE (hash),
  ADD EXCLUDE USING hash (name WITH =);
ALTER TABLE sentences ADD PRIMARY KEY (id), ADD UNIQUE (document, number);
ALTER TABLE actors ADD PRIMARY KEY (id), ADD EXCLUDE USING hash (key WITH =);
ALTER TABLE mentions ADD PRIMARY KEY (id);
ALTER TABLE relations ADD PRIMARY KEY (id);
ALTER TABLE rules ADD PRIMARY KEY (id);
ALTER TABLE reasons ADD PRIMARY KEY (id);
ALTER TABLE evidence ADD PRIMARY KEY (id);
ALTER TABLE curation ADD PRIMARY KEY (id);
ALTER TABLE sketches ADD PRIMARY KEY (document);
ALTER TABLE sketch_bands ADD PRIMARY KEY (band, value, document);
ALTER TABLE failures ADD PRIMARY KEY (hash);

CREATE INDEX documents_by_date ON documents (date);
CREATE INDEX actors_by_name ON actors USING hash (lower(name));
CREATE INDEX actors_by_exact_name ON actors USING hash (name);
CREATE INDEX actors_by_merged_into ON actors (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX aliases_by_actor ON aliases (actor);
CREATE INDEX aliases_by_name ON aliases USING hash (lower(name));
CREATE INDEX mentions_by_sentence ON mentions (sentence);
CREATE INDEX mentions_by_actor ON mentions (actor);
CREATE INDEX mentions_by_read_actor ON mentions (read_actor) WHERE read_actor IS NOT NULL;
CREATE INDEX relations_by_document ON relations (document);
CREATE INDEX relations_by_subject ON relations (subject, object, class, date, confidence, fact);
CREATE INDEX relations_by_object ON relations (object, subject, class, date, confidence, fact);
CREATE INDEX relations_by_date ON relations (date, class) WHERE date IS NOT NULL;
CREATE INDEX relations_by_attribution ON relations (attribution) WHERE attribution IS NOT NULL;
CREATE INDEX relations_by_read_subject ON relations (read_subject) WHERE read_subject IS NOT NULL;
CREATE INDEX relations_by_read_object ON relations (read_object) WHERE read_object IS NOT NULL;
CREATE INDEX relations_by_read_attribution ON relations (read_attribution)
  WHERE read_attribution IS NOT NULL;
CREATE INDEX evidence_by_relation ON evidence (relation);
CREATE INDEX evidence_by_sentence ON evidence (sentence);
CREATE INDEX sketches_by_reprint ON sketches (reprint_of) WHERE reprint_of IS NOT NULL;
CREATE INDEX sketch_bands_by_document ON sketch_bands (document);

ALTER TABLE sentences ADD FOREIGN KEY (document) REFERENCES documents ON DELETE CASCADE;
ALTER TABLE actors ADD FOREIGN KEY (merged_into) REFERENCES actors;
ALTER TABLE aliases ADD FOREIGN KEY (actor) REFERENCES actors ON DELETE CASCADE;
ALTER TABLE mentions ADD FOREIGN KEY (sentence) REFERENCES sentences ON DELETE CASCADE,
  ADD FOREIGN KEY (actor) REFERENCES actors,
  ADD FOREIGN KEY (read_actor) REFERENCES actors;
ALTER TABLE relations ADD FOREIGN KEY (document) REFERENCES documents ON DELETE CASCADE,
  ADD FOREIGN KEY (subject) REFERENCES actors,
  ADD FOREIGN KEY (object) REFERENCES actors,
  ADD FOREIGN KEY (class) REFERENCES relation_types,
  ADD FOREIGN KEY (attribution) REFERENCES actors,
  ADD FOREIGN KEY (read_subject) REFERENCES actors,
  ADD FOREIGN KEY (read_object) REFERENCES actors,
  ADD FOREIGN KEY (read_attribution) REFERENCES actors;
ALTER TABLE evidence ADD FOREIGN KEY (relation) REFERENCES relations ON DELETE CASCADE,
  ADD FOREIGN KEY (sentence) REFERENCES sentences ON DELETE CASCADE,
  ADD FOREIGN KEY (rule) REFERENCES rules,
  ADD FOREIGN KEY (subject_reason) REFERENCES reasons,
  ADD FOREIGN KEY (object_reason) REFERENCES reasons;
ALTER TABLE sketches ADD FOREIGN KEY (document) REFERENCES documents ON DELETE CASCADE,
  ADD FOREIGN KEY (reprint_of) REFERENCES documents ON DELETE CASCADE;
ALTER TABLE sketch_bands ADD FOREIGN KEY (document) REFERENCES sketches ON DELETE CASCADE;

-- One row a relation, in words.
CREATE VIEW triples AS
SELECT r.id, s.name AS subject, r.predicate AS relation, o.name AS object, r.class, r.mode,
       r.contexts, r.cameo, t.quad, r.fact, r.polarity, r.modality, a.name AS attribution, r.date,
       r.confidence, s.kind AS subject_kind, o.kind AS object_kind, s.key AS subject_key,
       o.key AS object_key, d.name AS document, d.date AS published,
       (SELECT count(*) FROM evidence AS e WHERE e.relation = r.id) AS evidences
FROM relations AS r
JOIN relation_types AS t ON t.class = r.class
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
JOIN documents AS d ON d.id = r.document
LEFT JOIN actors AS a ON a.id = r.attribution
WHERE r.subject <> r.object;

-- Every evidence with its sentence, the words of its three parts, and how it was found.
CREATE VIEW evidence_text AS
SELECT e.id, e.relation, d.name AS document, n.number AS sentence_number,
       convert_from(substring(b.bytes FROM n.byte_begin + 1 FOR n.byte_end - n.byte_begin), 'UTF8') AS sentence,
       convert_from(substring(b.bytes FROM e.subject_begin + 1 FOR e.subject_end - e.subject_begin), 'UTF8') AS subject_words,
       e.phrase,
       convert_from(substring(b.bytes FROM e.object_begin + 1 FOR e.object_end - e.object_begin), 'UTF8') AS object_words,
       e.confidence, u.extractor, u.frame, s.words AS subject_reason, o.words AS object_reason, d.url
FROM evidence AS e
JOIN sentences AS n ON n.id = e.sentence
JOIN documents AS d ON d.id = n.document
CROSS JOIN LATERAL (SELECT convert_to(d.text, 'UTF8') AS bytes) AS b
JOIN rules AS u ON u.id = e.rule
JOIN reasons AS s ON s.id = e.subject_reason
JOIN reasons AS o ON o.id = e.object_reason;

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
GROUP BY s.id, r.class, o.id, r.fact, r.polarity, r.modality;

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
GROUP BY s.id, o.id, r.predicate, r.fact, r.polarity, r.modality;

-- Every actor with the number of its relations, mentions and documents.
CREATE VIEW actor_summary AS
SELECT a.name, a.kind, a.country, a.sector,
       (SELECT count(*) FROM relations AS r WHERE r.subject = a.id) AS as_subject,
       (SELECT count(*) FROM relations AS r WHERE r.object = a.id) AS as_object,
       (SELECT count(*) FROM mentions AS m WHERE m.actor = a.id) AS mentions,
       (SELECT count(DISTINCT n.document) FROM mentions AS m JOIN sentences AS n ON n.id = m.sentence
        WHERE m.actor = a.id) AS documents,
       a.key
FROM actors AS a;

-- Cooperation and conflict between two actors, month by month; the pair in order of names. Facts only.
CREATE VIEW conflict_cooperation AS
SELECT least(subject, object) AS actor, greatest(subject, object) AS other,
       substr(date, 1, 7) AS month,
       count(*) FILTER (WHERE quad = 'verbal cooperation') AS verbal_cooperation,
       count(*) FILTER (WHERE quad = 'material cooperation') AS material_cooperation,
       count(*) FILTER (WHERE quad = 'verbal conflict') AS verbal_conflict,
       count(*) FILTER (WHERE quad = 'material conflict') AS material_conflict
FROM triples
WHERE fact = 1 AND quad <> 'none' AND length(date) >= 7
GROUP BY 1, 2, 3;

-- Every sentence in words; NULL where the text is not kept.
CREATE VIEW sentence_text AS
SELECT n.id, n.document, n.number,
       convert_from(substring(convert_to(d.text, 'UTF8') FROM n.byte_begin + 1
                              FOR n.byte_end - n.byte_begin), 'UTF8') AS sentence
FROM sentences AS n
JOIN documents AS d ON d.id = n.document;

-- Every actor with all names the articles use for it, a line each.
CREATE VIEW actor_names AS
SELECT a.id, a.name,
       (SELECT string_agg(l.name, chr(10) ORDER BY l.name) FROM aliases AS l
        WHERE l.actor = a.id) AS aliases
FROM actors AS a;

-- Every change by hand, in names; undone is NULL while it is in force.
CREATE VIEW curation_log AS
SELECT c.id, c.act, coalesce(a.read_name, a.name, c.actor) AS actor,
       coalesce(c.name, b.name, c.other) AS becomes, c.document, c.words, c.note, c.made, c.undone
FROM curation AS c
LEFT JOIN actors AS a ON a.key = c.actor
LEFT JOIN actors AS b ON b.key = c.other
ORDER BY c.id;

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
GROUP BY s.id, r.class, o.id, r.fact, r.polarity, r.modality;

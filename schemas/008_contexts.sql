-- What an event is about, and its code in CAMEO, the older coding that GDELT and ICEWS use.

-- PLOVER contexts, commas between: 'economic,legal'; NULL: none told
ALTER TABLE relations ADD COLUMN contexts TEXT;
-- CAMEO code of class, mode and contexts: '04', '041'; NULL: CAMEO has none
ALTER TABLE relations ADD COLUMN cameo TEXT;

-- What was read before knows no contexts: the root code says what the class alone does.
UPDATE relations SET cameo = CASE class
  WHEN 'AGREE' THEN '03' WHEN 'CONSULT' THEN '04' WHEN 'SUPPORT' THEN '05'
  WHEN 'COOPERATE' THEN '06' WHEN 'AID' THEN '07' WHEN 'CONCEDE' THEN '08'
  WHEN 'RETREAT' THEN '08' WHEN 'REQUEST' THEN '10' WHEN 'ACCUSE' THEN '11'
  WHEN 'REJECT' THEN '12' WHEN 'THREATEN' THEN '13' WHEN 'PROTEST' THEN '14'
  WHEN 'MOBILIZE' THEN '15' WHEN 'SANCTION' THEN '16' WHEN 'COERCE' THEN '17'
  WHEN 'ASSAULT' THEN '19' END;

DROP VIEW triples;

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

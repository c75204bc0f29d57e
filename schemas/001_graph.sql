-- The graph of one collection of articles. Times are ISO 8601 (YYYY, YYYY-MM or YYYY-MM-DD).
-- Byte offsets are half-open ranges [begin, end) of documents.text in UTF-8.

CREATE TABLE relation_types (
  class       TEXT PRIMARY KEY,  -- PLOVER event type or standing relation: CONSULT, MEMBER_OF, ...
  quad        TEXT NOT NULL      -- cooperation or conflict, in words or deeds; none: standing relation
    CHECK (quad IN ('verbal cooperation', 'material cooperation', 'verbal conflict',
                    'material conflict', 'none')),
  is_event    INTEGER NOT NULL CHECK (is_event IN (0, 1)),  -- 1: happens at a time; 0: stands
  description TEXT NOT NULL      -- what counts as one
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id      INTEGER PRIMARY KEY,  -- internal to this file
  name    TEXT NOT NULL UNIQUE, -- the file's stem or the id given in JSON Lines
  hash    BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),  -- SHA-256 of name, text and source facts
  path    TEXT NOT NULL,        -- where it was read from; '-' for standard input
  title   TEXT,                 -- NULL: none given
  url     TEXT,                 -- NULL: none given
  source  TEXT,                 -- publisher or agency; NULL: unknown
  place   TEXT,                 -- of the dateline: 'WASHINGTON'; NULL: none
  date    TEXT,                 -- of publication; NULL: unknown
  text    TEXT,                 -- as read, UTF-8, LF line ends; NULL: not kept
  program TEXT NOT NULL         -- version of the program that read it
) STRICT;
CREATE INDEX documents_by_date ON documents (date);

CREATE TABLE sentences (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL,   -- 0-based, in order of the text
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL CHECK (byte_end > byte_begin),
  UNIQUE (document, number)
) STRICT;

CREATE TABLE actors (
  id      INTEGER PRIMARY KEY,   -- internal to this file
  key     TEXT NOT NULL UNIQUE,  -- the same in every file: a Wikidata Q-number or 'person/joe-biden'
  name    TEXT NOT NULL,         -- commonest English name, no title
  kind    TEXT NOT NULL
    CHECK (kind IN ('country', 'person', 'organisation', 'armed_force', 'group', 'company', 'place',
                    'entity', 'position')),
  country TEXT,                  -- ISO 3166-1 alpha-3 or IGO, NGO, MNC, IMG; NULL: none
  sector  TEXT,                  -- PLOVER sector code: GOV, MIL, REB, ...; NULL: none
  sector2 TEXT                   -- a second one; NULL: none
) STRICT;
CREATE INDEX actors_by_name ON actors (name COLLATE NOCASE);

CREATE TABLE aliases (           -- names under which the articles speak of an actor
  actor    INTEGER NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  name     TEXT NOT NULL,        -- as in the text: 'Mr. Zelenskiy'
  mentions INTEGER NOT NULL CHECK (mentions > 0),  -- how often
  PRIMARY KEY (actor, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_by_name ON aliases (name COLLATE NOCASE);

CREATE TABLE mentions (          -- every place where an article speaks of an actor
  id         INTEGER PRIMARY KEY,
  sentence   INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  actor      INTEGER NOT NULL REFERENCES actors (id),
  kind       TEXT NOT NULL       -- how: by name, adjective ('Russian'), role ('the minister'), ...
    CHECK (kind IN ('name', 'adjective', 'role', 'group', 'description', 'pronoun')),
  byte_begin INTEGER NOT NULL,
  byte_end   INTEGER NOT NULL CHECK (byte_end > byte_begin),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)  -- that it is this actor
) STRICT;
CREATE INDEX mentions_by_sentence ON mentions (sentence);
CREATE INDEX mentions_by_actor ON mentions (actor);

CREATE TABLE relations (         -- what one document says: an event, or a standing relation
  id          INTEGER PRIMARY KEY,
  document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  subject     INTEGER NOT NULL REFERENCES actors (id),
  object      INTEGER NOT NULL REFERENCES actors (id),
  class       TEXT NOT NULL REFERENCES relation_types (class),
  mode        TEXT,              -- PLOVER mode: 'phone', 'visit', ...; NULL: none
  predicate   TEXT NOT NULL,     -- by lemmas: 'hold talks with'
  polarity    TEXT NOT NULL CHECK (polarity IN ('affirmed', 'negated')),
  modality    TEXT NOT NULL CHECK (modality IN ('actual', 'planned-future', 'hypothetical', 'demanded')),
  attribution INTEGER REFERENCES actors (id),  -- who says so; NULL: the article itself
  date        TEXT,              -- of the event, as precise as the text; NULL: unknown
  symmetric   INTEGER NOT NULL CHECK (symmetric IN (0, 1)),  -- 1: either may be called the subject
  confidence  REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)  -- of the best evidence
) STRICT;
CREATE INDEX relations_by_document ON relations (document);
CREATE INDEX relations_by_subject ON relations (subject, object);
CREATE INDEX relations_by_object ON relations (object, subject);
CREATE INDEX relations_by_attribution ON relations (attribution) WHERE attribution IS NOT NULL;

CREATE TABLE evidence (          -- the sentences a relation rests on; every relation has at least one
  id              INTEGER PRIMARY KEY,
  relation        INTEGER NOT NULL REFERENCES relations (id) ON DELETE CASCADE,
  sentence        INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  subject_begin   INTEGER NOT NULL,  -- the words that carry the subject
  subject_end     INTEGER NOT NULL CHECK (subject_end >= subject_begin),
  predicate_begin INTEGER NOT NULL,  -- the words that carry the relation
  predicate_end   INTEGER NOT NULL CHECK (predicate_end >= predicate_begin),
  object_begin    INTEGER NOT NULL,  -- the words that carry the object
  object_end      INTEGER NOT NULL CHECK (object_end >= object_begin),
  phrase          TEXT NOT NULL,     -- the predicate as in the text: 'held talks with'
  confidence      REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  extractor       TEXT NOT NULL,     -- which part of the program found it
  frame           TEXT NOT NULL,     -- lexicon entry or rule that fired
  subject_reason  TEXT NOT NULL,     -- why the words mean this subject
  object_reason   TEXT NOT NULL      -- why the words mean this object
) STRICT;
CREATE INDEX evidence_by_relation ON evidence (relation);
CREATE INDEX evidence_by_sentence ON evidence (sentence);

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

-- Every evidence with its sentence and the words of its three parts.
CREATE VIEW evidence_text AS
SELECT e.id, e.relation, d.name AS document, n.number AS sentence_number,
       CAST(substr(CAST(d.text AS BLOB), n.byte_begin + 1, n.byte_end - n.byte_begin) AS TEXT) AS sentence,
       CAST(substr(CAST(d.text AS BLOB), e.subject_begin + 1, e.subject_end - e.subject_begin) AS TEXT) AS subject_words,
       e.phrase,
       CAST(substr(CAST(d.text AS BLOB), e.object_begin + 1, e.object_end - e.object_begin) AS TEXT) AS object_words,
       e.confidence, e.extractor, e.frame, d.url
FROM evidence AS e
JOIN sentences AS n ON n.id = e.sentence
JOIN documents AS d ON d.id = n.document;

-- One row a pair of actors and class: how often, in how many documents, from when to when.
CREATE VIEW edges AS
SELECT s.name AS subject, r.class, o.name AS object, r.polarity, r.modality,
       count(*) AS weight, count(DISTINCT r.document) AS documents,
       min(r.date) AS first_date, max(r.date) AS last_date, max(r.confidence) AS confidence,
       s.key AS subject_key, o.key AS object_key
FROM relations AS r
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
GROUP BY r.subject, r.class, r.object, r.polarity, r.modality;

-- Dated events in order of time.
CREATE VIEW timeline AS
SELECT date, subject, relation, object, class, quad, polarity, modality, attribution, document, id
FROM triples
WHERE quad <> 'none' AND date IS NOT NULL
ORDER BY date, document, id;

-- Who holds or held which office, as the articles say.
CREATE VIEW positions AS
SELECT s.name AS person, o.name AS position, r.predicate AS relation, r.polarity,
       min(d.date) AS first_reported, max(d.date) AS last_reported,
       count(DISTINCT r.document) AS documents, s.key AS person_key, o.key AS position_key
FROM relations AS r
JOIN actors AS s ON s.id = r.subject
JOIN actors AS o ON o.id = r.object
JOIN documents AS d ON d.id = r.document
WHERE r.class = 'HOLDS_POSITION'
GROUP BY r.subject, r.object, r.predicate, r.polarity;

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

INSERT INTO relation_types (class, quad, is_event, description) VALUES
  ('AGREE', 'verbal cooperation', 1, 'promises, offers, agrees, signs'),
  ('CONSULT', 'verbal cooperation', 1, 'meets, calls, visits, hosts, negotiates, mediates'),
  ('SUPPORT', 'verbal cooperation', 1, 'backs, praises, condoles, approves'),
  ('CONCEDE', 'verbal cooperation', 1, 'yields, releases prisoners, lifts sanctions'),
  ('COOPERATE', 'material cooperation', 1, 'works together: military, economic, judicial'),
  ('AID', 'material cooperation', 1, 'gives money, arms, training, humanitarian help'),
  ('RETREAT', 'material cooperation', 1, 'withdraws, ceases fire, pulls back'),
  ('REQUEST', 'verbal conflict', 1, 'asks, urges, demands, orders, appeals'),
  ('ACCUSE', 'verbal conflict', 1, 'blames, condemns, criticises, charges'),
  ('REJECT', 'verbal conflict', 1, 'refuses, denies, vetoes, defies'),
  ('THREATEN', 'verbal conflict', 1, 'threatens, warns of retaliation'),
  ('PROTEST', 'material conflict', 1, 'demonstrates, strikes, riots'),
  ('SANCTION', 'material conflict', 1, 'imposes sanctions, expels, breaks or suspends relations'),
  ('MOBILIZE', 'material conflict', 1, 'deploys, masses, alerts, exercises, tests'),
  ('COERCE', 'material conflict', 1, 'arrests, seizes, represses, restricts, blockades'),
  ('ASSAULT', 'material conflict', 1, 'attacks with arms, invades, kills'),
  ('HOLDS_POSITION', 'none', 0, 'a person holds or held an office'),
  ('MEMBER_OF', 'none', 0, 'a country is in an alliance, a person in a body'),
  ('PART_OF', 'none', 0, 'a unit belongs to an organ, an agency to a country'),
  ('LOCATED_IN', 'none', 0, 'an actor is based in a place, a city lies in a country'),
  ('OTHER', 'none', 0, 'kinship, ownership, an election won, what fits no other class'),
  ('STATEMENT', 'none', 1, 'says something about the other, without a force of its own');

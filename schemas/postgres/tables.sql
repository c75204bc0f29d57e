-- The tables of schemas/*.sql for PostgreSQL, without keys: those come after the rows, in
-- views.sql, which is faster. docs/schema.md says what the columns mean. Text compares by its
-- bytes (COLLATE "C"), as in SQLite, and dates are text, for they may be years or months.

CREATE TABLE relation_types (
  class       text COLLATE "C" NOT NULL,
  quad        text COLLATE "C" NOT NULL,
  is_event    integer NOT NULL,
  description text COLLATE "C" NOT NULL
);

CREATE TABLE documents (
  id      bigint NOT NULL,
  name    text COLLATE "C" NOT NULL,
  hash    bytea NOT NULL,
  path    text COLLATE "C" NOT NULL,
  title   text COLLATE "C",
  url     text COLLATE "C",
  source  text COLLATE "C",
  place   text COLLATE "C",
  date    text COLLATE "C",
  text    text COLLATE "C",
  program text COLLATE "C" NOT NULL
);

CREATE TABLE sentences (
  id         bigint NOT NULL,
  document   bigint NOT NULL,
  number     integer NOT NULL,
  byte_begin integer NOT NULL,
  byte_end   integer NOT NULL
);

CREATE TABLE actors (
  id          bigint NOT NULL,
  key         text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  country     text COLLATE "C",
  sector      text COLLATE "C",
  sector2     text COLLATE "C",
  read_name   text COLLATE "C",
  merged_into bigint
);

CREATE TABLE aliases (
  actor    bigint NOT NULL,
  name     text COLLATE "C" NOT NULL,
  mentions integer NOT NULL
);

CREATE TABLE mentions (
  id         bigint NOT NULL,
  sentence   bigint NOT NULL,
  actor      bigint NOT NULL,
  kind       text COLLATE "C" NOT NULL,
  byte_begin integer NOT NULL,
  byte_end   integer NOT NULL,
  confidence double precision NOT NULL,
  name       text COLLATE "C",
  read_actor bigint
);

CREATE TABLE relations (
  id               bigint NOT NULL,
  document         bigint NOT NULL,
  subject          bigint NOT NULL,
  object           bigint NOT NULL,
  class            text COLLATE "C" NOT NULL,
  mode             text COLLATE "C",
  predicate        text COLLATE "C" NOT NULL,
  polarity         text COLLATE "C" NOT NULL,
  modality         text COLLATE "C" NOT NULL,
  attribution      bigint,
  date             text COLLATE "C",
  "symmetric"      integer NOT NULL,  -- a keyword of PostgreSQL: quoted
  confidence       double precision NOT NULL,
  read_subject     bigint,
  read_object      bigint,
  read_attribution bigint,
  fact             integer NOT NULL,
  contexts         text COLLATE "C",
  cameo            text COLLATE "C"
);

CREATE TABLE rules (
  id        bigint NOT NULL,
  extractor text COLLATE "C" NOT NULL,
  frame     text COLLATE "C" NOT NULL
);

CREATE TABLE reasons (
  id    bigint NOT NULL,
  words text COLLATE "C" NOT NULL
);

CREATE TABLE evidence (
  id              bigint NOT NULL,
  relation        bigint NOT NULL,
  sentence        bigint NOT NULL,
  subject_begin   integer NOT NULL,
  subject_end     integer NOT NULL,
  predicate_begin integer NOT NULL,
  predicate_end   integer NOT NULL,
  object_begin    integer NOT NULL,
  object_end      integer NOT NULL,
  phrase          text COLLATE "C" NOT NULL,
  confidence      double precision NOT NULL,
  rule            bigint NOT NULL,
  subject_reason  bigint NOT NULL,
  object_reason   bigint NOT NULL,
  polarity_reason text COLLATE "C",
  modality_reason text COLLATE "C",
  date_reason     text COLLATE "C"
);

CREATE TABLE curation (
  id       bigint NOT NULL,
  act      text COLLATE "C" NOT NULL,
  actor    text COLLATE "C" NOT NULL,
  other    text COLLATE "C",
  name     text COLLATE "C",
  document text COLLATE "C",
  words    text COLLATE "C",
  note     text COLLATE "C",
  made     text COLLATE "C" NOT NULL,
  undone   text COLLATE "C"
);

CREATE TABLE sketches (
  document   bigint NOT NULL,
  sketch     bytea NOT NULL,
  reprint_of bigint
);

CREATE TABLE sketch_bands (
  band     integer NOT NULL,
  value    bigint NOT NULL,
  document bigint NOT NULL
);

CREATE TABLE failures (
  hash    bytea NOT NULL,
  name    text COLLATE "C" NOT NULL,
  path    text COLLATE "C" NOT NULL,
  error   text COLLATE "C" NOT NULL,
  program text COLLATE "C" NOT NULL
);

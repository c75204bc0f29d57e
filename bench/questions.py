#!/usr/bin/env python3
"""How long do questions to a graph take, beside the same in plain sqlite3?

usage: bench/questions.py path/to/entente graph.db [REPEATS]

Each question is asked of REPEATS (20) actors or pairs, drawn like the articles draw them: often
the ones with many relations. The time is that of a process from start to end, on the clock and of
the processor, which says more where other programs run. sqlite3 is the Debian program; it gets SQL
that does the same work.
"""
import random
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import time

ID = "(SELECT id FROM actors WHERE key = '{%d}')"
ONE, OTHER = ID % 0, ID % 1
# A relation as the commands print it, with the first sentence it rests on.
RELATION = """SELECT r.date, s.name, r.predicate, o.name, r.class, t.quad, r.polarity, r.modality, r.confidence,
  d.name, d.date, (SELECT sentence FROM evidence_text WHERE relation = r.id ORDER BY id LIMIT 1), s.key, o.key
  FROM relations AS r JOIN relation_types AS t ON t.class = r.class JOIN actors AS s ON s.id = r.subject
  JOIN actors AS o ON o.id = r.object JOIN documents AS d ON d.id = r.document """
ACTOR = """SELECT name, kind, country, sector, (SELECT count(*) FROM mentions WHERE actor = a.id),
  (SELECT count(*) FROM relations WHERE subject = a.id) + (SELECT count(*) FROM relations WHERE object = a.id)
  FROM actors AS a WHERE id = ONE;
SELECT name, mentions FROM aliases WHERE actor = ONE ORDER BY mentions DESC LIMIT 10;
SELECT s.name, min(r.predicate), o.name, min(d.date), max(d.date), count(DISTINCT r.document) FROM relations AS r
  JOIN actors AS s ON s.id = r.subject JOIN actors AS o ON o.id = r.object JOIN documents AS d ON d.id = r.document
  WHERE r.id IN (SELECT id FROM relations WHERE subject = ONE AND class IN STANDING UNION
  SELECT id FROM relations WHERE object = ONE AND class IN STANDING)
  GROUP BY r.subject, r.object, r.class, r.polarity LIMIT 10;
SELECT a.name, count(*) AS n, sum(quad LIKE '%cooperation'), sum(quad LIKE '%conflict'), min(date), max(date) FROM (
  SELECT object AS other, class, date FROM relations WHERE subject = ONE AND fact UNION ALL
  SELECT subject, class, date FROM relations WHERE object = ONE AND fact) AS r
  JOIN relation_types AS t ON t.class = r.class JOIN actors AS a ON a.id = other
  GROUP BY other ORDER BY n DESC LIMIT 10;
RELATION WHERE r.id IN (SELECT id FROM (SELECT id, date, class FROM relations WHERE subject = ONE UNION
  SELECT id, date, class FROM relations WHERE object = ONE) JOIN relation_types USING (class)
  WHERE date IS NOT NULL AND quad <> 'none' ORDER BY date DESC LIMIT 10) ORDER BY r.date;"""
BETWEEN = """RELATION WHERE (r.subject = ONE AND r.object = OTHER) OR (r.subject = OTHER AND r.object = ONE)
  ORDER BY r.date;"""
# The best path of up to two steps; the command goes on to four.
PATH = """CREATE TEMP TABLE best AS WITH
  one (x, w) AS (SELECT x, sum(c) FROM (SELECT object AS x, confidence AS c FROM relations WHERE subject = ONE
  UNION ALL SELECT subject, confidence FROM relations WHERE object = ONE) GROUP BY x),
  other (x, w) AS (SELECT x, sum(c) FROM (SELECT object AS x, confidence AS c FROM relations WHERE subject = OTHER
  UNION ALL SELECT subject, confidence FROM relations WHERE object = OTHER) GROUP BY x)
  SELECT x FROM one JOIN other USING (x) ORDER BY 1 / one.w + 1 / other.w LIMIT 1;
RELATION WHERE (r.subject = ONE AND r.object = (SELECT x FROM best)) OR
  (r.object = ONE AND r.subject = (SELECT x FROM best)) ORDER BY r.confidence DESC LIMIT 1;
RELATION WHERE (r.subject = OTHER AND r.object = (SELECT x FROM best)) OR
  (r.object = OTHER AND r.subject = (SELECT x FROM best)) ORDER BY r.confidence DESC LIMIT 1;"""
STANDING = "('HOLDS_POSITION', 'MEMBER_OF', 'PART_OF', 'LOCATED_IN')"
SEARCH = """SELECT d.name, d.date, n.number, highlight(sentence_search, 0, '', '')
  FROM sentence_search JOIN sentences AS n ON n.id = sentence_search.rowid
  JOIN documents AS d ON d.id = n.document WHERE sentence_search MATCH '{0} {1}'
  ORDER BY rank LIMIT 20;"""


def filled(sql, *values):
    for name, words in (("RELATION", RELATION), ("STANDING", STANDING), ("ONE", ONE), ("OTHER", OTHER)):
        sql = re.sub(rf"\b{name}\b", words, sql)
    return sql.format(*values)


def milliseconds(command):
    """On the clock, and of the processor."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return clock * 1e3, worked * 1e3


def main(program, path, repeats):
    connection = sqlite3.connect(path)
    draw = random.Random(1)
    last = connection.execute("SELECT max(id) FROM relations").fetchone()[0]

    def actor():
        return connection.execute("SELECT a.key FROM relations AS r JOIN actors AS a ON"
                                  " a.id = r.subject WHERE r.id = ?", (draw.randint(1, last),)).fetchone()[0]

    def pair():
        return connection.execute("SELECT s.key, o.key FROM relations AS r JOIN actors AS s"
                                  " ON s.id = r.subject JOIN actors AS o ON o.id = r.object"
                                  " WHERE r.id = ?", (draw.randint(1, last),)).fetchone()

    def words():
        text = connection.execute("SELECT sentence FROM sentence_text WHERE id = ?",
                                  (draw.randint(1, last),)).fetchone()[0]
        return draw.sample(text.rstrip(".").split()[5:], 2)

    singles = [actor() for _ in range(repeats)]
    pairs = [pair() for _ in range(repeats)]
    strangers = [(actor(), actor()) for _ in range(repeats)]
    searches = [words() for _ in range(repeats)]
    questions = [
        ("actor", [(["actor", a], filled(ACTOR, a)) for a in singles]),
        ("between", [(["between", *p], filled(BETWEEN, *p)) for p in pairs]),
        ("path", [(["path", *p, "--max-length", "4"], filled(PATH, *p)) for p in strangers]),
        ("search", [(["search", " ".join(w)], filled(SEARCH, *w)) for w in searches]),
    ]
    print(f"{'median of ' + str(repeats):14}    clock, ms: entente sqlite3 ratio slowest"
          "    processor, ms: entente sqlite3 ratio")
    for name, asked in questions:
        ours, plain = [], []
        for arguments, sql in asked:
            ours.append(milliseconds([program, *arguments, "--db", path]))
            plain.append(milliseconds(["sqlite3", path, sql]))
        cells = []
        for kind in (0, 1):
            one, other = (statistics.median(each[kind] for each in times) for times in (ours, plain))
            cells.append((one, other, one / other))
        (one, other, ratio), (worked, plainly, share) = cells
        print(f"{name:14} {one:21.1f} {other:7.1f} {ratio:5.2f} {max(each[0] for each in ours):7.1f}"
              f" {worked:25.1f} {plainly:7.1f} {share:5.2f}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 20)

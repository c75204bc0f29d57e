#!/usr/bin/env python3
"""How long do questions to a graph take, beside the same in plain sqlite3?

usage: bench/questions.py path/to/entente graph.db [REPEATS]

Each question is asked of REPEATS (20) actors or pairs, drawn like the articles draw them: often
the ones with many relations. The time is that of a process from start to end, on the clock and of
the processor, which says more where other programs run. sqlite3 is the Debian program; it gets the
SQL that answers the core of the question.
"""
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import time

PARTNERS = """SELECT a.name, count(*) AS n, min(date), max(date) FROM (
  SELECT object AS other, date FROM relations WHERE subject = {0} UNION ALL
  SELECT subject, date FROM relations WHERE object = {0}) JOIN actors AS a ON a.id = other
  GROUP BY other ORDER BY n DESC LIMIT 10;
SELECT name, mentions FROM aliases WHERE actor = {0} ORDER BY mentions DESC LIMIT 10;
SELECT count(*) FROM mentions WHERE actor = {0};
SELECT * FROM triples WHERE id IN (SELECT id FROM relations WHERE subject = {0} OR object = {0}
  ORDER BY date DESC LIMIT 10);"""
BETWEEN = """SELECT r.date, s.name, r.predicate, o.name, r.class, d.name, (SELECT sentence FROM
  evidence_text WHERE relation = r.id LIMIT 1) FROM relations AS r JOIN actors AS s ON s.id = r.subject
  JOIN actors AS o ON o.id = r.object JOIN documents AS d ON d.id = r.document
  WHERE (r.subject = {0} AND r.object = {1}) OR (r.subject = {1} AND r.object = {0}) ORDER BY r.date;"""
PATH = """WITH one AS (SELECT object AS x FROM relations WHERE subject = {0} UNION
  SELECT subject FROM relations WHERE object = {0}), other AS (SELECT object AS x FROM relations
  WHERE subject = {1} UNION SELECT subject FROM relations WHERE object = {1})
  SELECT a.name FROM one JOIN other USING (x) JOIN actors AS a ON a.id = x LIMIT 1;"""
SEARCH = """SELECT d.name, d.date, n.number, highlight(sentence_search, 0, '', '')
  FROM sentence_search JOIN sentences AS n ON n.id = sentence_search.rowid
  JOIN documents AS d ON d.id = n.document WHERE sentence_search MATCH '{0} {1}'
  ORDER BY rank LIMIT 20;"""


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
        return connection.execute("SELECT a.id, a.key FROM relations AS r JOIN actors AS a ON"
                                  " a.id = r.subject WHERE r.id = ?", (draw.randint(1, last),)).fetchone()

    def pair():
        return connection.execute("SELECT s.id, s.key, o.id, o.key FROM relations AS r JOIN actors AS s"
                                  " ON s.id = r.subject JOIN actors AS o ON o.id = r.object"
                                  " WHERE r.id = ?", (draw.randint(1, last),)).fetchone()

    def words():
        text = connection.execute("SELECT sentence FROM sentence_text WHERE id = ?",
                                  (draw.randint(1, last),)).fetchone()[0]
        return draw.sample(text.rstrip(".").split()[5:], 2)

    singles = [actor() for _ in range(repeats)]
    pairs = [pair() for _ in range(repeats)]
    strangers = [actor() + actor() for _ in range(repeats)]
    searches = [words() for _ in range(repeats)]
    questions = [
        ("actor", [(["actor", a[1]], PARTNERS.format(a[0])) for a in singles]),
        ("between", [(["between", p[1], p[3]], BETWEEN.format(p[0], p[2])) for p in pairs]),
        ("path", [(["path", p[1], p[3], "--max-length", "4"], PATH.format(p[0], p[2])) for p in strangers]),
        ("search", [(["search", " ".join(w)], SEARCH.format(*w)) for w in searches]),
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

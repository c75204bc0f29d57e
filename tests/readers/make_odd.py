"""make_odd.py DATABASE: puts into a sample graph what no reader of ours would, but other
programs might: NUL, broken UTF-8, names longer than an index row, the end mark of COPY."""

import sqlite3
import sys

db = sqlite3.connect(sys.argv[1])
broken = b"\xff\xe2\x82 \xed\xa0\x80 \xc0\xaf"
values = ["\\.", "a\n\\.\nb", "\\N", "", "tab\tslash\\n\r\v\b", "nul\0inside", "$$;DROP TABLE x;--"]
for number, value in enumerate(values):
    db.execute("INSERT INTO reasons (words) VALUES (?)", (value,))
    db.execute("INSERT INTO failures VALUES (?, ?, ?, ?, ?)", (bytes([number]) * 32, *[value] * 4))
db.execute("INSERT INTO reasons (words) VALUES (CAST(? AS TEXT))", (broken,))
db.execute("INSERT INTO actors (key, name, kind) VALUES (?, ?, 'group')", ("k" * 9000, "n" * 9000))
db.execute("INSERT INTO aliases SELECT id, ?, 1 FROM actors ORDER BY id DESC LIMIT 1", ("ä" * 9000,))
db.execute("UPDATE documents SET title = ?", (values[1],))
db.execute("UPDATE mentions SET confidence = 0.1 + 0.2 WHERE id = 1")
db.commit()

"""Loads `entente export postgres` of each database given into PostgreSQL and compares every row
of every table and view with SQLite's: postgres.py ENTENTE DATABASE...

The server is a cluster of its own in a temporary folder, reached by a socket there, and gone
at the end. Root may not run one, so it is then run as the user postgres.
"""

import codecs
import collections
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

BINARIES = Path("/usr/lib/postgresql/15/bin")
entente, databases = sys.argv[1], sys.argv[2:]
USER = "postgres" if os.geteuid() == 0 else None


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], user=USER, capture_output=True,
                          text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


class Server:
    """A cluster that lives as long as the with block."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="entente-pg-"))
        if USER:
            shutil.chown(self.folder, USER)
        run(BINARIES / "initdb", "-D", self.folder / "data", "-E", "UTF8", "--locale=C.UTF-8",
            "-A", "trust", "-N", cwd=self.folder)
        settings = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c shared_buffers=16MB"
        run(BINARIES / "pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w",
            "-o", settings, "start", cwd=self.folder)
        return self

    def __exit__(self, *_):
        run(BINARIES / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop",
            cwd=self.folder)
        shutil.rmtree(self.folder)

    def psql(self, *words, **options):
        return run("psql", "-X", "-h", self.folder, "-v", "ON_ERROR_STOP=1", *words,
                   cwd=self.folder, **options)


# What PostgreSQL cannot hold is a space or '?', byte for byte.
codecs.register_error("mark", lambda bad: ("?" * (bad.end - bad.start), bad.end))


def told(value):
    """A value of SQLite's as PostgreSQL's JSON tells it."""
    return "\\x" + value.hex() if isinstance(value, bytes) else value


def decoded(text):
    return text.decode("utf-8", errors="mark").replace("\0", " ")


def compare(server, name, database):
    here = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    here.text_factory = decoded
    things = here.execute(
        "SELECT name, type FROM pragma_table_list WHERE schema = 'main'"
        " AND type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY name").fetchall()
    counts = []
    for thing, kind in things:
        rows = here.execute(f"SELECT * FROM {thing}")
        columns = [column[0] for column in rows.description]
        wanted = [tuple(map(told, row)) for row in rows]
        lines = server.psql("-d", name, "-At", "-c", f"SELECT row_to_json(t) FROM {thing} AS t")
        found = [json.loads(line) for line in lines.split("\n") if line]
        for row in found:
            if list(row) != columns:
                sys.exit(f"{database}: {thing} has the columns {list(row)}, wanted {columns}")
        found = [tuple(row.values()) for row in found]
        if thing == "timeline":
            equal = found == wanted
        else:
            equal = collections.Counter(found) == collections.Counter(wanted)
        if not equal:
            extra = collections.Counter(found) - collections.Counter(wanted)
            lost = collections.Counter(wanted) - collections.Counter(found)
            sys.exit(f"{database}: {thing} differs; only in PostgreSQL: {list(extra)[:3]},"
                     f" only in SQLite: {list(lost)[:3]}")
        counts.append(f"{thing} {len(found)}")
    print(f"{Path(database).name}: PostgreSQL holds the same rows: " + ", ".join(counts))


with Server() as server:
    for number, database in enumerate(databases):
        name = f"graph{number}"
        server.psql("-d", "postgres", "-c", f"CREATE DATABASE {name}")
        script = server.folder / "graph.sql"
        subprocess.run([entente, "export", "postgres", "--db", database, "-o", script], check=True)
        os.chmod(script, 0o644)
        server.psql("-d", name, "-q", "-f", script)
        compare(server, name, database)

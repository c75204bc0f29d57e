#!/usr/bin/env python3
"""Prints the rows of a graph's tables as INSERT statements that name their columns.

usage: tools/dump_rows.py sample.db > tests/store/versions/NNN.sql

Run on the sample graph (build/dev/tests/support/write_sample sample.db) before a migration changes
columns: tests/store/versions_test.cpp then shows that databases of schema NNN can still be opened.
"""
import sqlite3
import sys

TABLES = ["documents", "sentences", "actors", "aliases", "mentions", "relations", "rules", "reasons",
          "evidence"]


def main(path):
    connection = sqlite3.connect(path)
    for table in TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        if not columns:
            continue
        names = ", ".join(columns)
        values = " || ', ' || ".join(f"quote({column})" for column in columns)
        for (row,) in connection.execute(f"SELECT {values} FROM {table}"):
            print(f"INSERT INTO {table} ({names}) VALUES ({row});")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

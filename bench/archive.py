#!/usr/bin/python3
"""Makes an archive to measure on: archive.py COUNT FILE-OR-FOLDER... > archive.jsonl

COUNT articles of about 450 words, each of whole texts (.txt) that follow each other in the order
of their names, again and again, until there are enough. A last sentence, which names no actor,
numbers them, so that no two are the same document.
"""

import json
import sys
from pathlib import Path

WORDS = 450


def texts(paths):
    for path in map(Path, paths):
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            yield file.read_text(encoding="utf-8", errors="replace").strip()


def articles(pieces):
    """Lists of paragraphs."""
    gathered, count = [], 0
    for piece in pieces:
        gathered.append(piece)
        count += len(piece.split())
        if count >= WORDS:
            # Long texts are cut between paragraphs.
            paragraphs = "\n\n".join(gathered).split("\n")
            gathered, count = [], 0
            article, words = [], 0
            for paragraph in paragraphs:
                article.append(paragraph)
                words += len(paragraph.split())
                if words >= WORDS:
                    yield "\n".join(article)
                    article, words = [], 0
            gathered, count = ["\n".join(article)], words


distinct = list(articles(texts(sys.argv[2:])))
words = sum(len(article.split()) for article in distinct)
print(f"{len(distinct)} distinct articles of {words / len(distinct):.0f} words", file=sys.stderr)
for number in range(int(sys.argv[1])):
    text = f"{distinct[number % len(distinct)]}\n\nThis was number {number}.\n"
    print(json.dumps({"id": f"a{number}", "date": "2015-06-01", "text": text}))

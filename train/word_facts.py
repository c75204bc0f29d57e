#!/usr/bin/env python3
"""What is known of words, apart from any sentence: a line a word, with one number from 0 to 1 a fact.

usage: word_facts.py LISTS ACTORS TEXT... > facts.txt
LISTS is what name_lists.js prints (given names and surnames of the United States census of 1990 by rank, places of
GeoNames), ACTORS the folder data/actors, TEXT folders of raw text, in which capitals are counted. Python standard
library only.
"""
import collections
import math
import os
import re
import sys

WORD = re.compile(r"[A-Za-z](?:\.[A-Za-z])+\.?|[^\W_]+(?:['\u2019](?!s\b)[^\W_]+)?|['\u2019]s\b|\S")
LETTERS = re.compile(r"[A-Za-z](?:\.[A-Za-z])+\.?|[^\W\d_]+")
OPENING = ".!?:\"\u201c\u201d(\u2018-\u2014"  # before a word that would have a capital anyway
LEVELS = 3  # values are rounded to thirds, so that many words share a row


class Facts:
    def __init__(self):
        self.of_word = collections.defaultdict(dict)
        self.parts = collections.Counter()  # how many names of a kind have a word among several

    def put(self, word, fact, value=1.0):
        key = re.sub(r"\d", "0", word.lower().replace("\u2019", "'"))
        if key:
            self.of_word[key][fact] = max(self.of_word[key].get(fact, 0), value)
        return key

    def put_name(self, name, kind):
        """A name of one word has the fact itself; of several, they begin it or follow in it."""
        words = WORD.findall(name)
        if len(words) == 1:
            self.put(words[0], kind)
            return
        for i, word in enumerate(words):
            self.parts[kind, self.put(word, kind + ("_b" if i == 0 else "_i"))] += 1

    def finish(self):
        for (kind, word), count in self.parts.items():
            self.of_word[word][kind + "_n"] = min(1.0, math.log(1 + count) / 5)


def read_lists(facts, path):
    for line in open(path, encoding="utf-8"):
        kind, name, number = line.rstrip("\n").split("\t")
        number = int(number)
        if kind.startswith("first"):
            facts.put(name, kind)
            if number < (300 if kind == "first_male" else 500):
                facts.put(name, kind + "_top")
        elif kind == "last":
            facts.put(name, kind)
            if number < 10000:
                facts.put(name, "last_mid")
            if number < 1000:
                facts.put(name, "last_top")
        else:
            facts.put_name(name, "city")
            if len(WORD.findall(name)) > 1:
                continue
            if number >= 50000:
                facts.put(name, "city_mid")
            if number >= 400000:
                facts.put(name, "city_top")
            if kind == "city_us":
                facts.put(name, "city_us")


def rows(path):
    with open(path, encoding="utf-8") as lines:
        heads = lines.readline().rstrip("\n").split("\t")
        for line in lines:
            if not line.startswith("#"):
                yield collections.defaultdict(str, zip(heads, line.rstrip("\n").split("\t")))


def read_actors(facts, folder):
    def names(row, *columns):
        return [name for column in columns for name in row[column].split("|") if name]

    for row in rows(os.path.join(folder, "states.tsv")):
        for name in names(row, "name", "aliases"):
            facts.put_name(name, "state")
        for name in names(row, "adjectives", "people"):
            facts.put_name(name, "people")
        for name in names(row, "capital"):
            facts.put_name(name, "place")
    for row in rows(os.path.join(folder, "places.tsv")):
        for name in names(row, "name", "aliases"):
            facts.put_name(name, "place")
    for row in rows(os.path.join(folder, "organisations.tsv")):
        for name in names(row, "name", "aliases"):
            facts.put_name(name, "org")
    for row in rows(os.path.join(folder, "people.tsv")):
        for name in names(row, "surname"):
            for word in name.split():
                facts.put(word, "psur")
        for name in names(row, "name", "aliases"):
            if len(name.split()) > 1:
                facts.put(name.split()[0], "pfirst")


def read_text(facts, folders):
    """How often a word has small letters, a capital, or capitals only, where none is due to its place."""
    low, cap, up = collections.Counter(), collections.Counter(), collections.Counter()
    for root in folders:
        for folder, _, files in sorted(os.walk(root)):
            for name in sorted(files):
                for line in open(os.path.join(folder, name), encoding="utf-8", errors="replace"):
                    if line.isupper():
                        continue
                    for match in LETTERS.finditer(line):
                        before = line[max(0, match.start() - 2):match.start()].strip()
                        if match.start() == 0 or (before and before[-1] in OPENING):
                            continue
                        word = match.group()
                        counter = up if word.isupper() and len(word) > 1 else cap if word[0].isupper() else low
                        counter[word.lower()] += 1
    for word in set(low) | set(cap) | set(up):
        count = low[word] + cap[word] + up[word]
        if count < 3:
            continue
        facts.of_word[word]["seen"] = min(1.0, math.log10(count) / 5)
        facts.of_word[word]["cap"] = cap[word] / count
        facts.of_word[word]["up"] = up[word] / count


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    facts = Facts()
    read_lists(facts, sys.argv[1])
    read_actors(facts, sys.argv[2])
    facts.finish()
    read_text(facts, sys.argv[3:])
    columns = sorted({fact for known in facts.of_word.values() for fact in known})
    for word in sorted(facts.of_word):
        values = [round(facts.of_word[word].get(column, 0), 2) for column in columns]
        numbers = [max(1, round(value * LEVELS)) / LEVELS if value else 0 for value in values]
        if " " not in word:
            print(word, *("%.2g" % number for number in numbers))


if __name__ == "__main__":
    main()

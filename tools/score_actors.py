#!/usr/bin/env python3
"""How many actor mentions of annotated documents are resolved to the right actor.

usage: score_actors.py path/to/entente EVALUATION [--details [DOC]] [--mentions FILE]

EVALUATION is a folder with gold-dev.jsonl, documents/, sentences/ and score_triples.py, whose
rules say when two names are one. Counted are the subjects and objects of the gold triples that are
actors, each place once. A party without a name ("protesters") claims no identity: it counts as
resolved only where its words are the gold's. --mentions reads what `entente actors mentions`
printed before.
"""
import argparse, collections, importlib.util, json, os, re, subprocess

PRONOUNS = set("he she it they we i him her them us his its their our who which neither both".split())
NOUNS = re.compile(r"^(the|both|this|that|his|her|its|their|our|these|those|other|some)\b", re.I)


def kind_of(mention):
    words = mention.lower().split()
    if len(words) == 1 and words[0] in PRONOUNS:
        return "pronoun"
    proper = any(w[:1].isupper() for w in mention.split()[1:]) or (mention[:1].isupper() and not NOUNS.match(mention))
    return "description" if NOUNS.match(mention) and not proper else "name"


def load_scorer(folder):
    spec = importlib.util.spec_from_file_location("score_triples", os.path.join(folder, "score_triples.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sentence_spans(text, path):
    """Byte ranges of the split's sentences in the document."""
    spans, at = {}, 0
    for line in open(path, encoding="utf-8"):
        number, _, sentence = line.rstrip("\n").partition("\t")
        pattern = r"\s+".join(re.escape(w) for w in sentence.split())
        found = re.compile(pattern).search(text, at) or re.compile(pattern).search(text)
        if found:
            at = found.end()
            spans[int(number)] = (len(text[:found.start()].encode()), len(text[:found.end()].encode()))
    return spans


def best(mentions, begin, end):
    """Our mention of those bytes: the same, else headed in them and longest, else covering; one
    without a name only where no name stands, unless it is these very words."""
    same = [m for m in mentions if (m["begin"], m["end"]) == (begin, end) and m["actors"]]
    if same:
        return same[0]
    named = best_of([m for m in mentions if not m.get("unnamed")], begin, end)
    return named if named and named["actors"] else best_of(mentions, begin, end)


def best_of(mentions, begin, end):
    same = [m for m in mentions if (m["begin"], m["end"]) == (begin, end)]
    if same:
        return same[0]
    headed = [m for m in mentions if begin <= m["head_begin"] < end]
    if headed:
        outer = [m for m in headed if m["begin"] <= begin and m["end"] >= end]
        inner = [m for m in headed if m["actors"]]
        return max(outer or inner or headed, key=lambda m: m["end"] - m["begin"])
    # A name within its title and name: "Antony Blinken" in "Secretary of State Antony Blinken".
    around = [m for m in mentions if m["begin"] <= begin and m["end"] == end]
    return min(around, key=lambda m: m["end"] - m["begin"]) if around else None


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program"), ap.add_argument("evaluation")
    ap.add_argument("--details", nargs="?", const="all")
    ap.add_argument("--mentions")
    a = ap.parse_args()
    scorer = load_scorer(a.evaluation)
    documents = os.path.join(a.evaluation, "documents")
    lines = open(a.mentions, encoding="utf-8").read() if a.mentions else subprocess.run(
        [a.program, "actors", "mentions", documents], capture_output=True, text=True, check=True).stdout
    ours, claims = collections.defaultdict(list), collections.defaultdict(set)
    for record in map(json.loads, lines.splitlines()):
        if "position" in record:
            claims[record["document"]].add((record["holder"], record["position"]))
        else:
            record["actors"] = [x if isinstance(x, str) else x["name"] for x in record["actors"]]
            ours[record["document"]].append(record)
    count = collections.defaultdict(collections.Counter)
    position = collections.Counter()
    for gold in map(json.loads, open(os.path.join(a.evaluation, "gold-dev.jsonl"), encoding="utf-8")):
        doc = gold["doc"]
        raw = open(os.path.join(documents, doc + ".txt"), encoding="utf-8").read()
        text = raw
        if ours[doc] and "text" in ours[doc][0]:
            text = ours[doc][0]["text"]
        elif raw.startswith(("date ", " date ")):
            text = raw[raw.index("\n") + 1:] if re.match(r"\s?date \S+\n", raw) else raw
        spans = sentence_spans(text, os.path.join(a.evaluation, "sentences", doc + ".tsv"))
        blob = text.encode()
        seen = set()
        for triple in gold["triples"]:
            sides = [("subject", "actor"), ("object", triple.get("object_type", "actor"))]
            for side, what in sides:
                key = (triple["sentence"], triple[side + "_mention"], triple[side])
                if what != "actor" or key in seen:
                    continue
                seen.add(key)
                number, mention, name = key
                begin, end = spans.get(number, (0, len(blob)))
                at = blob.find(mention.encode(), begin, end)
                for place in re.finditer(re.escape(mention.encode()), blob[begin:end]):
                    before, after = blob[begin + place.start() - 1:begin + place.start()], blob[begin + place.end():begin + place.end() + 1]
                    if before.isalnum() or after.isalnum():
                        continue
                    at = begin + place.start()
                    # "Taiwan" in "Taiwan Strait" names something else.
                    if not re.match(rb" [A-Z][a-z]", blob[begin + place.end():begin + place.end() + 3]):
                        break
                found = best(ours[doc], at, at + len(mention.encode())) if at >= 0 else None
                actors = found["actors"] if found else []
                if found and found.get("unnamed") and not any(
                        scorer.same_name(name, mention, x, found["mention"]) for x in actors):
                    actors = []
                right = any(scorer.same_name(name, mention, x, found["mention"]) for x in actors)
                for group in ("all", triple["tier"], kind_of(mention)):
                    count[group]["gold"] += 1
                    count[group]["found"] += bool(actors)
                    count[group]["right"] += right
                if a.details in ("all", doc) and not right:
                    print(f'{doc}:{number} {triple["tier"][:4]} {mention!r} is {name!r}, got {actors or None}'
                          + (f' ({found["reason"]})' if found else " (no mention)"))
        golds = {(t["subject"], t["object"]) for t in gold["triples"] if t["class"] == "HOLDS_POSITION"}
        left = set(claims[doc])
        for who, what in sorted(golds):
            hit = next((c for c in sorted(left) if scorer.same_name(who, who, c[0], c[0]) and scorer.same_position(what, c[1])), None)
            position["gold"] += 1
            if hit:
                position["right"] += 1
                left.discard(hit)
            elif a.details in ("all", doc):
                print(f"{doc} position missed: {who} = {what}")
        position["extra"] += len(left)
        if a.details in ("all", doc):
            for who, what in sorted(left):
                print(f"{doc} position extra: {who} = {what}")
    for group in ("all", "core", "optional", "name", "description", "pronoun"):
        c = count[group]
        if c["gold"]:
            print(f'{group:12} {c["gold"]:4} in gold, resolved right {c["right"]:4} = {c["right"] / c["gold"]:.3f}, '
                  f'of those resolved {c["right"] / max(1, c["found"]):.3f}')
    p, r = position["right"] / max(1, position["right"] + position["extra"]), position["right"] / max(1, position["gold"])
    print(f"positions    {position['gold']:4} in gold, precision {p:.3f}, recall {r:.3f}")


if __name__ == "__main__":
    main()

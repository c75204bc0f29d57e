#!/usr/bin/env python3
"""Whether sentences that tell the same act are joined to one relation, and only those.

usage: score_identity.py path/to/entente EVALUATION [--details]

EVALUATION is a folder with gold-dev.jsonl, documents/, sentences/ and score_triples.py, whose rules
say when a triple matches a gold record; a record lists all sentences that support it. Counted are
pairs of tellings (one relation in one sentence) of the same actors and class of event that both
match gold: joined by us, joined by gold, by both. Standing relations are left out.
"""
import argparse, collections, itertools, json, os, sqlite3, subprocess, tempfile

from score_actors import load_scorer, sentence_spans

QUERY = """
SELECT r.id, d.name, s.name, e.subject_begin, e.subject_end, o.name, e.object_begin, e.object_end,
       r.class, r.polarity, r.modality, r.predicate, t.byte_begin, t.byte_end, d.text
FROM evidence e JOIN relations r ON r.id = e.relation JOIN documents d ON d.id = r.document
     JOIN sentences t ON t.id = e.sentence JOIN actors s ON s.id = r.subject JOIN actors o ON o.id = r.object
ORDER BY d.name, t.byte_begin, r.id"""


def tellings(database):
    for (relation, name, subject, sb, se, object_, ob, oe, class_, polarity, modality, predicate,
         begin, end, text) in sqlite3.connect(database).execute(QUERY):
        raw = text.encode()
        yield name, relation, begin, end, {
            "subject": {"name": subject, "mention": raw[sb:se].decode(errors="ignore")},
            "object": {"name": object_, "mention": raw[ob:oe].decode(errors="ignore")},
            "relation": {"class": class_, "lemma": predicate}, "polarity": polarity, "modality": modality}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("entente"), ap.add_argument("evaluation")
    ap.add_argument("--details", action="store_true", help="list every pair on which we and gold differ")
    a = ap.parse_args()
    scorer = load_scorer(a.evaluation)
    gold = {d["doc"]: d["triples"] for d in map(json.loads, open(os.path.join(a.evaluation, "gold-dev.jsonl"), encoding="utf-8"))}
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "graph.db")
        subprocess.run([a.entente, "build", os.path.join(a.evaluation, "documents"), "--db", database, "--quiet"], check=True)
        found = list(tellings(database))
        texts = dict(sqlite3.connect(database).execute("SELECT name, text FROM documents"))
    spans = {doc: sentence_spans(texts[doc], os.path.join(a.evaluation, "sentences", doc + ".tsv")) for doc in gold}
    matched = collections.defaultdict(list)  # document -> (record, relation, sentence, triple)
    for doc, relation, begin, end, triple in found:
        best = max(((scorer.compare("strict", g, triple), -i) for i, g in enumerate(gold[doc])
                    if g["class"] not in scorer.STATIC and g["class"] not in scorer.OPEN
                    and any(s in spans[doc] and spans[doc][s][0] < end and begin < spans[doc][s][1] for s in g["sentences"])),
                   default=(0, 0))
        if best[0]:
            matched[doc].append((-best[1], relation, begin, triple))
    ours = golds = both = 0
    for doc, each in matched.items():
        for x, y in itertools.combinations(each, 2):
            actors = [{t["subject"]["name"], t["object"]["name"]} for t in (x[3], y[3])]
            if x[2] == y[2] or actors[0] != actors[1] or x[3]["relation"]["class"] != y[3]["relation"]["class"]:
                continue
            joined, same = x[1] == y[1], x[0] == y[0]
            ours += joined; golds += same; both += joined and same
            if a.details and joined != same:
                print(doc, "wrongly joined" if joined else "not joined", sorted(actors[0]), x[3]["relation"], y[3]["relation"])
    p, r = both / ours if ours else 0.0, both / golds if golds else 0.0
    print(f"tellings {sum(map(len, matched.values()))}  pairs joined {ours}, in gold {golds}, in both {both}  "
          f"precision {p:.2f}  recall {r:.2f}  f1 {2 * p * r / (p + r) if p + r else 0:.2f}")


if __name__ == "__main__":
    main()

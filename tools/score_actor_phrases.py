#!/usr/bin/env python3
"""How many single phrases resolve as a case file expects.

usage: score_actor_phrases.py path/to/entente CASES.jsonl [--details]

A case has `text`, maybe `date`, `context`, `known_country`, `limit`, and `expect` with any of
country, code_1, code_2, code_1_in, wiki (compared without accents and bracketed qualifiers; an
empty one is not compared), resolved, code. All that it names must be right.
"""
import json, re, subprocess, sys, unicodedata


def fold(name):
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", "", re.sub(r"\(.*?\)|^the ", "", plain))).strip()


def iso(date):
    months = "january february march april may june july august september october november december".split()
    found = re.fullmatch(r"(\d+) (\w+) (\d{4})", date or "")
    if found and found[2].lower() in months:
        return f"{found[3]}-{months.index(found[2].lower()) + 1:02d}-{int(found[1]):02d}"
    if (date or "").startswith("today"):
        return "2022-12-01"  # the cases say that they were written in 2022 and 2023
    return date or ""


def wrong(case, got):
    expect = case["expect"]
    if expect.get("resolved") is False or ("code" in expect and expect["code"] is None):
        return ["resolved"] if got["resolved"] else []
    bad = []
    for key in ("country", "code_1", "code_2"):
        if key in expect and expect[key] != got[key]:
            if expect[key] in ("UNK", "JNK") and not got["resolved"]:
                continue  # "no known actor" is what these codes mean
            bad.append(key)
    if "code_1_in" in expect and got["code_1"] not in expect["code_1_in"]:
        bad.append("code_1")
    if expect.get("wiki") and fold(expect["wiki"]) != fold(got["name"]):
        bad.append("wiki")
    return bad


def main():
    program, path = sys.argv[1], sys.argv[2]
    cases = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    lines = ""
    for case in cases:
        context = case.get("context") or case.get("known_country") or case.get("limit") or ""
        lines += json.dumps({"id": case["id"], "text": case["text"], "date": iso(case.get("date")),
                             "context": context}) + "\n"
    out = subprocess.run([program, "actors", "resolve", "-"], input=lines, capture_output=True,
                         text=True, check=True).stdout
    right, refused, must_refuse = 0, 0, 0
    for case, line in zip(cases, out.splitlines(), strict=True):
        got = json.loads(line)
        bad = wrong(case, got)
        right += not bad
        if case["expect"].get("resolved") is False:
            must_refuse += 1
            refused += not bad
        if bad and "--details" in sys.argv:
            print(f'{case["text"]!r} {case.get("date", "")}: wrong {", ".join(bad)}; expected '
                  f'{json.dumps(case["expect"])}, got {got["name"]!r} {got["country"]} {got["code_1"]} {got["code_2"]}')
    print(f"phrases right: {right} of {len(cases)} ({right / len(cases):.3f}); "
          f"must stay unresolved and do: {refused} of {must_refuse}")


if __name__ == "__main__":
    main()

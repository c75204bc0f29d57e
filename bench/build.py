#!/usr/bin/python3
"""How fast, how large and how soon is `entente build`, the whole program?

    bench/build.py ENTENTE ARCHIVE.jsonl [--rounds N] [--speed N] [--sizes N,N,...]

ARCHIVE.jsonl is what bench/archive.py makes. Prints articles a second with one and two threads
(best and median of the rounds, which alternate), their processor time, the most memory that
archives of several sizes take, and what start-up takes. The load of the machine stands beside
it: a figure of a busy machine says what it did, not what it can.
"""

import argparse
import itertools
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("entente")
parser.add_argument("archive")
parser.add_argument("--rounds", type=int, default=5)
parser.add_argument("--speed", type=int, default=500, help="articles to measure speed on")
parser.add_argument("--sizes", default="10,1000,10000", help="articles to measure memory on")
options = parser.parse_args()


class Run:
    """A command that has ended: seconds, processor seconds, most memory in MB."""

    def __init__(self, *words):
        start = time.perf_counter()
        process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"{words} ended with {process.returncode}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def load():
    return "load " + ", ".join(f"{value:.1f}" for value in os.getloadavg())


def part(folder, count):
    """The first so many articles, again and again if there are not enough."""
    path = folder / f"{count}.jsonl"
    lines = Path(options.archive).read_text().splitlines(keepends=True)
    with open(path, "w") as out:
        for number, line in zip(range(count), itertools.cycle(lines)):
            out.write(line if number < len(lines) else
                      line.replace('"id": "', f'"id": "again-{number}-', 1))
    return path


def build(folder, archive, threads):
    for file in folder.glob("graph.db*"):
        file.unlink()
    return Run(options.entente, "build", archive, "--quiet", "--db", folder / "graph.db",
               "--threads", threads)


def measure_speed(folder):
    archive = part(folder, options.speed)
    runs = {1: [], 2: []}
    for _ in range(options.rounds):
        for threads, done in runs.items():
            done.append(build(folder, archive, threads))
        print(f"  one thread {runs[1][-1].seconds:.2f} s, two {runs[2][-1].seconds:.2f} s, {load()}",
              flush=True)
    for threads, done in runs.items():
        speeds = [options.speed / run.seconds for run in done]
        cost = statistics.median(run.processor for run in done) / options.speed * 1000
        print(f"{threads} threads: best {max(speeds):.1f}, median {statistics.median(speeds):.1f}"
              f" articles/s; {cost:.1f} ms of processor time an article")
    pairs = [one.seconds / two.seconds for one, two in zip(runs[1], runs[2])]
    best = min(run.seconds for run in runs[1]) / min(run.seconds for run in runs[2])
    print(f"speed-up: {best:.2f} of the best, {statistics.median(pairs):.2f} median of the rounds")


def measure_memory(folder):
    for count in map(int, filter(None, options.sizes.split(","))):
        run = build(folder, part(folder, count), 2)
        size = (folder / "graph.db").stat().st_size
        print(f"{count} articles: {run.memory:.0f} MB of memory, {run.seconds:.1f} s,"
              f" {run.processor / count * 1000:.1f} ms of processor time and"
              f" {size / count / 1000:.1f} KB of database an article; {load()}", flush=True)


def measure_start(folder):
    one = folder / "one.jsonl"
    one.write_text('{"id": "one", "text": "Nobody came."}\n')
    runs = [Run(options.entente, "extract", one) for _ in range(20)]
    seconds = [run.seconds for run in runs]
    print(f"start-up, to the end of one sentence: best {min(seconds) * 1000:.0f}, median"
          f" {statistics.median(seconds) * 1000:.0f} ms; processor time"
          f" {min(run.processor for run in runs) * 1000:.0f} ms")


with tempfile.TemporaryDirectory() as name:
    print(f"{os.cpu_count()} processors, {load()}", flush=True)
    measure_start(Path(name))
    if options.speed:
        measure_speed(Path(name))
    measure_memory(Path(name))

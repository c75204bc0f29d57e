#!/usr/bin/env python3
"""Runs the commands shown in README.md and docs/queries.md and writes what they print in their place.

usage: tools/refresh_readme.py path/to/entente

A command is a line "$ ..." inside a fenced block, with the lines that close its quotes. All run in
one scratch folder beside a copy of examples/. The picture docs/images/examples.svg is drawn anew.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def commands_of(block):
    """The commands of a block, each with its continuation lines."""
    found, lines = [], block.splitlines()
    while lines:
        line = lines.pop(0)
        if not line.startswith("$ "):
            continue
        while line.count('"') % 2:
            line += "\n" + lines.pop(0)
        found.append(line[2:])
    return found


def main(program):
    program = pathlib.Path(program).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ROOT / "examples", pathlib.Path(scratch) / "examples")
        env = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

        def run(command):
            done = subprocess.run(["sh", "-c", command], cwd=scratch, env=env, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            lines = [line.rstrip() for line in done.stdout.splitlines()]
            return "\n".join([f"$ {command}", *lines])

        def refresh(match):
            commands = commands_of(match.group(1))
            return "```\n" + "\n".join(map(run, commands)) + "\n```" if commands else match.group(0)

        for page in (ROOT / "README.md", ROOT / "docs/queries.md"):
            page.write_text(re.sub(r"```\n(.*?)\n```", refresh, page.read_text(), flags=re.S))
        shutil.copy(pathlib.Path(scratch) / "graph.svg", ROOT / "docs/images/examples.svg")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

#!/usr/bin/env python3
"""Draws the pictures of docs/gallery.md anew.

usage: tools/refresh_gallery.py path/to/entente [--screenshots]

The commands are those of its fenced blocks; they run in a scratch folder on a graph of examples/. With
--screenshots the pages are pictured, too, in a Chromium as tests/explorer/browser/run installs it.
"""
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs/images"
PAGES = {"explorer": "render --format html --title Examples -o explorer.html",
         "report": "report --around Iran -o report.html"}


def main(program, screenshots):
    program = str(pathlib.Path(program).resolve())
    page = (ROOT / "docs/gallery.md").read_text()
    with tempfile.TemporaryDirectory() as scratch:
        def run(words):
            subprocess.run([program, *words], cwd=scratch, check=True)

        (pathlib.Path(scratch) / "images").mkdir()
        run(["build", str(ROOT / "examples"), "--quiet"])
        for command in re.findall(r"^entente (.* -o images/.*)$", page, flags=re.M):
            run(shlex.split(command))
        for picture in (pathlib.Path(scratch) / "images").iterdir():
            shutil.copy(picture, IMAGES)
        if not screenshots:
            return
        for name, words in PAGES.items():
            run(shlex.split(words))
            subprocess.run(["node", str(ROOT / "tests/explorer/browser/screenshot.mjs"),
                            f"{scratch}/{name}.html", str(IMAGES / f"{name}.png")], check=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--screenshots"]):
        sys.exit(__doc__)
    main(sys.argv[1], len(sys.argv) == 3)

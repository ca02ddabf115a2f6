"""apk-tools' order of versions, from its version.c: tokens compared one by one.

Follows apk-tools 3, and takes besides the two forms that apk-tools 2 took and Alpine's records
hold: digits after a letter, and a dot with no number after it. Where `apk` itself is on the
PATH, `by_apk` asks it too.
"""

import re
import shutil
import subprocess

RANKS = {"-r": 3, "~": 4, "suffix number": 5, "after": 6, "letter": 7, "number": 8}
BEFORE, END = 1, 2
SUFFIXES_BEFORE = ["alpha", "beta", "pre", "rc"]
SUFFIXES_AFTER = ["cvs", "svn", "git", "hg", "p"]

VERSION = re.compile(
    r"(?P<first>[0-9]+)"
    r"(?P<numbers>(?:\.[0-9]*|[a-z](?:[0-9]+|(?![a-z.])))*)"
    r"(?P<suffixes>(?:_[a-z]+[0-9]*)*)"
    r"(?:~(?P<hash>[0-9a-f]+))?"
    r"(?:-r(?P<revision>[0-9]+))?\Z"
)


def tokens(version):
    """A list that compares as the version does; None for what is no version."""
    match = VERSION.match(version)
    if not match:
        return None
    row = [(0, int(match["first"]))]
    for number, letter, plain in re.findall(r"\.([0-9]*)|([a-z])([0-9]*)", match["numbers"]):
        if letter:
            row.append((RANKS["letter"], letter))
            if plain:
                row.append((RANKS["number"], (2, int(plain))))
        elif number.startswith("0"):
            row.append((RANKS["number"], (0, number)))
        elif number:
            row.append((RANKS["number"], (2, int(number))))
        else:
            row.append((RANKS["number"], (1, 0)))
    for name, number in re.findall(r"_([a-z]+)([0-9]*)", match["suffixes"]):
        if name in SUFFIXES_BEFORE:
            row.append((BEFORE, SUFFIXES_BEFORE.index(name)))
        elif name in SUFFIXES_AFTER:
            row.append((RANKS["after"], SUFFIXES_AFTER.index(name)))
        else:
            return None
        if number:
            row.append((RANKS["suffix number"], int(number)))
    if match["hash"]:
        row.append((RANKS["~"], match["hash"]))
    if match["revision"]:
        row.append((RANKS["-r"], int(match["revision"])))
    return row + [(END,)]


def by_rules(pairs):
    answers = {}
    for left, right in pairs:
        a, b = tokens(left), tokens(right)
        known = a is not None and b is not None
        answers[left, right] = (a > b) - (a < b) if known else None
    return answers


def by_apk(pairs):
    """What `apk version -t` says, as far as both are versions; {} where there is no apk."""
    if not shutil.which("apk"):
        return {}
    answers = {}
    for left, right in pairs:
        sign = subprocess.run(
            ["apk", "version", "-t", left, right], stdout=subprocess.PIPE, text=True, check=True
        ).stdout.strip()
        answers[left, right] = {"<": -1, "=": 0, ">": 1}[sign]
    return answers

"""Writes an apk database of near-misses: `make_apk.py --advisories D --seed N ROOT`."""

import argparse
import os
import random
import re

from oracle import alpine, apkorder

RELEASE = "3.18"
OS_RELEASE = f"""NAME="Alpine Linux"
ID=alpine
VERSION_ID={RELEASE}.4
PRETTY_NAME="Alpine Linux v{RELEASE}"
"""

ENTRY = """C:Q1AAAAAAAAAAAAAAAAAAAAAAAAAAA=
P:{name}
V:{version}
A:x86_64
S:1000
I:4096
T:A package of the near-miss database
U:https://example.org/
L:MIT
{origin}m:Conformance <conformance@example.org>
t:1700000000
c:0000000000000000000000000000000000000000

"""


def near(fixed, rng):
    """A version close to a fix, on either side of it or on it."""
    match = re.match(r"(?P<version>.*?)(?:-r(?P<revision>[0-9]+))?\Z", fixed)
    version, revision = match["version"], int(match["revision"] or 0)
    numbers = list(re.finditer(r"[0-9]+", version))
    last = rng.choice(numbers)
    step = rng.choice([-1, 1])
    stepped = version[: last.start()] + str(max(int(last.group()) + step, 0)) + version[last.end() :]
    return rng.choice(
        [
            fixed,
            fixed,
            f"{version}-r{revision + 1}",
            f"{version}-r{max(revision - 1, 0)}",
            f"{version}-r{revision * 10 + 9}",
            f"{stepped}-r{revision}",
            f"{version}_rc1-r{revision}",
            f"{version}_p1-r{revision}",
            f"{version}_git20230101-r{revision}",
            f"{version}.0-r{revision}",
            f"{version}.01-r{revision}",
            f"{version}a-r{revision}",
            f"{version}~0a1b2c3-r{revision}",
        ]
    )


def entries(known, rng):
    for origin in sorted(known):
        # The kernel has rules of its own.
        if origin.startswith("linux-"):
            continue
        version = None
        while not version or not apkorder.tokens(version):
            version = near(rng.choice(sorted(fixed for _, fixed in known[origin])), rng)
        parts = [origin, origin + "-libs"] if rng.random() < 0.3 else [origin]
        for name in parts:
            stated = "" if name == origin and rng.random() < 0.2 else f"o:{origin}\n"
            yield ENTRY.format(name=name, version=version, origin=stated)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--advisories", required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("root")
    arguments = parser.parse_args()
    known = alpine.records(arguments.advisories, RELEASE)
    for folder in ("etc", "lib/apk/db"):
        os.makedirs(os.path.join(arguments.root, folder), exist_ok=True)
    with open(os.path.join(arguments.root, "etc/os-release"), "w") as out:
        out.write(OS_RELEASE)
    with open(os.path.join(arguments.root, "lib/apk/db/installed"), "w") as out:
        out.writelines(entries(known, random.Random(arguments.seed)))


if __name__ == "__main__":
    main()

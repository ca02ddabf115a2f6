"""Writes a dpkg database of near-misses: `make_debian.py --advisories D --seed N --count N ROOT`.

Each entry is a real source package in a version just below, at or just above one of its fixes.
Which of the three it is, is left to dpkg.
"""

import argparse
import os
import random
import re

from oracle import debian

RELEASE = "12"
STATES = [
    ("install ok installed", 40),
    ("hold ok installed", 2),
    ("deinstall ok installed", 1),
    ("install ok unpacked", 1),
    ("install ok half-configured", 1),
    ("install reinstreq half-installed", 1),
    ("install ok triggers-awaited", 1),
    ("install ok triggers-pending", 1),
    ("deinstall ok config-files", 2),
    ("purge ok not-installed", 1),
]

# What dpkg insists on in some states.
FIELDS_OF_STATES = {
    "triggers-awaited": "Triggers-Awaited: libc-bin\n",
    "triggers-pending": "Triggers-Pending: ldconfig\n",
}

OS_RELEASE = f"""PRETTY_NAME="Debian GNU/Linux {RELEASE} (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="{RELEASE}"
VERSION="{RELEASE} (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
"""

ENTRY = """Package: {name}
Status: {status}
Priority: optional
Section: misc
Installed-Size: 100
Maintainer: Conformance <conformance@example.org>
Architecture: {architecture}
{source}Version: {version}
{more}Description: a package of the near-miss database

"""


def near(fixed, rng):
    """A version close to a fix, on either side of it or on it."""
    last = re.search(r"[0-9]+(?=[^0-9]*\Z)", fixed)
    number = int(last.group()) if last else 0
    rest = fixed[last.end() :] if last else ""
    head = fixed[: last.start()] if last else fixed
    return rng.choice(
        [
            fixed,
            fixed,
            fixed if fixed.startswith(tuple(f"{n}:" for n in range(10))) else "0:" + fixed,
            fixed + "~",
            fixed + "~bpo12+1",
            fixed + "+b1",
            fixed + "+deb12u1",
            fixed + ".1",
            fixed + "a",
            re.sub(r"\+deb12u[0-9]+\Z", "", fixed),
            re.sub(r"~deb12u[0-9]+\Z", "", fixed),
            re.sub(r"-[^-]*\Z", "", fixed),
            f"{head}0{number}{rest}",
            f"{head}{number + 1}{rest}",
            f"{head}{max(number - 1, 0)}{rest}",
            f"{head}{number}{rest}~rc1",
            f"{1 + int(fixed.split(':')[0]) if ':' in fixed else 1}:{fixed.split(':')[-1]}",
            fixed.split(":")[-1],
        ]
    )


def entries(known, count, rng):
    fixes = {
        source: sorted({fix for rows in names.values() for fix, _ in rows if fix})
        for source, names in known.statements.items()
        if not source.startswith("linux")
    }
    sources = sorted(source for source, found in fixes.items() if found)
    unfixed = sorted(source for source, found in fixes.items() if not found)
    kernel_fixes = {fix for rows in known.statements["linux"].values() for fix, _ in rows if fix}
    yield from kernel(sorted(kernel_fixes))
    for serial in range(count - 5):
        if rng.random() < 0.03:
            source, version = rng.choice(unfixed), f"{rng.randrange(9)}.{rng.randrange(30)}-1"
        else:
            source = rng.choice(sources)
            version = near(rng.choice(fixes[source]), rng)
        yield entry(serial, source, version, rng)


def entry(serial, source, version, rng):
    """A source version, and a binary that often has a version of its own."""
    binary = rng.choice([version, version, version + "+b1", version + "+b12", "9:99.9-9", "0~1"])
    name = f"{source}-part{serial}"
    stated = f"Source: {source} ({version})\n"
    if binary == version:
        stated = f"Source: {source}\n"
    status = rng.choices([state for state, _ in STATES], [weight for _, weight in STATES])[0]
    return ENTRY.format(
        name=name,
        status=status,
        more=FIELDS_OF_STATES.get(status.split()[2], ""),
        architecture=rng.choice(["amd64", "amd64", "all", "i386"]),
        source=stated,
        version=binary,
    )


def kernel(fixes):
    """An image, its metapackage and what else comes of its source, in the middle of the fixes."""
    version = fixes[len(fixes) // 2]
    signed = "linux-signed-amd64 ({})".format("+".join(version.rsplit("-", 1)))
    for name, source in (
        ("linux-image-6.1.0-18-amd64", signed),
        ("linux-image-amd64", signed),
        ("linux-libc-dev", "linux"),
        ("linux-headers-6.1.0-18-amd64", "linux"),
        ("linux-perf", "linux"),
    ):
        yield ENTRY.format(
            name=name,
            status="install ok installed",
            more="",
            architecture="amd64",
            source=f"Source: {source}\n",
            version=version,
        )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--advisories", required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("root")
    arguments = parser.parse_args()
    known = debian.records(arguments.advisories, RELEASE)
    for folder in ("etc", "var/lib/dpkg/info", "var/lib/dpkg/updates"):
        os.makedirs(os.path.join(arguments.root, folder), exist_ok=True)
    with open(os.path.join(arguments.root, "etc/os-release"), "w") as out:
        out.write(OS_RELEASE)
    with open(os.path.join(arguments.root, "var/lib/dpkg/status"), "w") as out:
        out.writelines(entries(known, arguments.count, random.Random(arguments.seed)))


if __name__ == "__main__":
    main()

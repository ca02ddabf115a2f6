"""Checks one Debian root: `check_debian.py --assay A --db F --advisories D [--by dpkg] ROOT`."""

import argparse
import collections
import sys

from oracle import debian, order, verdicts

ORDERS = {"dpkg": order.by_dpkg, "perl": order.by_dpkg_perl}


def canonical(package):
    """The reported package's (source, version) as dpkg writes it.

    A signed kernel's stands under the kernel's name.
    """
    source, version = verdicts.source_of(package)
    if source and source.startswith("linux-signed-"):
        head, plus, tail = version.rpartition("+")
        return "linux", f"{head}-{tail}" if plus else version
    return source, without_zero_epoch(version or "")


def check(arguments):
    release = debian.release_of(arguments.root)
    packages = debian.installed_in(arguments.root)
    known = debian.records(arguments.advisories, release)
    found, questions = debian.expected(packages, known, ORDERS[arguments.by])
    print(
        f"Debian {release}: {len(packages)} installed packages,"
        f" {questions} comparisons by {arguments.by}"
    )
    reported = verdicts.scan(arguments.assay, arguments.root, arguments.db)
    return all(
        [
            verdicts.compare(
                "(vulnerability, source, version)",
                set(found),
                {(name, *canonical(package)) for name, package, _ in reported.rows},
            ),
            verdicts.compare(
                "(vulnerability, binary, version)",
                binaries(packages, found),
                {(name, package["name"], whole(package)) for name, package, _ in reported.rows},
            ),
            verdicts.compare(
                "(vulnerability, source, fix)",
                {(*pair[:2], str(fix)) for pair, rows in found.items() for fix, _ in rows},
                {
                    (name, canonical(package)[0], str(verdicts.fix_of(package)))
                    for name, package, _ in reported.rows
                },
            ),
            statuses(found, reported),
        ]
    )


def binaries(packages, found):
    vulnerable = collections.defaultdict(list)
    for name, *source in found:
        vulnerable[tuple(source)].append(name)
    return {
        (name, package.name, without_zero_epoch(package.version))
        for package in packages
        for name in vulnerable[debian.judged_as(package)]
    }


def whole(package):
    """The version as dpkg would write it, put together from its parts."""
    epoch, release = package.get("epoch"), package.get("release")
    text = f"{epoch}:" if epoch not in (None, "", 0, "0") else ""
    text += package["version"]
    return f"{text}-{release}" if release else text


def without_zero_epoch(version):
    head, colon, tail = version.partition(":")
    return tail if colon and head.strip("0") == "" else version


def statuses(found, reported):
    """Unimportant pairs and pairs without a fix are reported, and say so."""
    silent = set()
    counted = collections.Counter()
    for name, package, _ in reported.rows:
        pair = (name, *canonical(package))
        status = package.get("status")
        counted[status] += 1
        if not status:
            silent.add(pair)
        urgencies = {urgent for _, urgent in found.get(pair, ())}
        said = f"{package.get('vendorSeverity')} {status}".lower()
        if urgencies == {"unimportant"} and "unimportant" not in said:
            silent.add(pair)
    print("statuses: " + ", ".join(f"{word} {count}" for word, count in counted.most_common()))
    return verdicts.compare("pairs that do not carry their status", set(), silent)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--assay", required=True)
    parser.add_argument("--db", required=True)
    parser.add_argument("--advisories", required=True)
    parser.add_argument("--by", choices=ORDERS, default="dpkg")
    parser.add_argument("root")
    sys.exit(0 if check(parser.parse_args()) else 1)


if __name__ == "__main__":
    main()

"""Checks one Alpine root: `check_apk.py --assay A --db F --advisories D ROOT`."""

import argparse
import sys

from oracle import alpine, apkorder, verdicts


def whole(package):
    """The version as apk writes it, from what may be given in parts."""
    release = package.get("release")
    return f"{package['version']}-{release}" if release else package["version"]


def revision_with_r(version):
    """`1.2-r3` whether the revision was given as `r3` or as `3`."""
    head, hyphen, tail = version.rpartition("-")
    return f"{head}-r{tail}" if hyphen and tail.isdigit() else version


def check(arguments):
    release = alpine.release_of(arguments.root)
    packages = alpine.installed_in(arguments.root)
    known = alpine.records(arguments.advisories, release)
    questions = alpine.questions(packages, known)
    answers = apkorder.by_rules(questions)
    real = apkorder.by_apk(pair for pair, order in answers.items() if order is not None)
    disagreed = {pair: order for pair, order in real.items() if answers[pair] != order}
    found = alpine.expected(packages, known, {**answers, **real})
    undecided = sum(order is None for order in answers.values())
    print(
        f"Alpine {release}: {len(packages)} installed packages, {len(questions)} comparisons"
        f" ({len(real)} by apk itself, {len(disagreed)} of them other than by its rules),"
        f" {undecided} with what is no version"
    )
    reported = verdicts.scan(arguments.assay, arguments.root, arguments.db)
    rows = {
        (name, package["name"], revision_with_r(whole(package)))
        for name, package, _ in reported.rows
    }
    same = verdicts.compare("(vulnerability, package, version)", found, rows)
    return same and not disagreed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--assay", required=True)
    parser.add_argument("--db", required=True)
    parser.add_argument("--advisories", required=True)
    parser.add_argument("root")
    sys.exit(0 if check(parser.parse_args()) else 1)


if __name__ == "__main__":
    main()

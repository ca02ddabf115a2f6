"""Checks rpm roots that hold the same packages.

`check_rpm.py --assay A --db F --advisories D --distribution NAME ROOT [OTHER…]`: rpm reads the
sqlite database of ROOT; the findings for ROOT and for each other root are set against it.
"""

import argparse
import sys

from oracle import order, redhats, verdicts


def whole(package):
    """[epoch:]version-release with the epoch always written."""
    return f"{int(package.get('epoch') or 0)}:{package['version']}-{package['release']}"


def check(arguments):
    distribution = redhats.DISTRIBUTIONS[arguments.distribution]
    packages = redhats.installed_in(arguments.roots[0])
    statements = list(distribution.statements(arguments.advisories))
    found, questions = redhats.expected(packages, statements, distribution.vendor, order.by_rpm)
    modular = sum(package.stream is not None for package in packages)
    foreign = sum(package.vendor != distribution.vendor for package in packages)
    print(
        f"{distribution.name}: {len(packages)} installed packages ({modular} of modules,"
        f" {foreign} third-party), {questions} comparisons by rpm.vercmp"
    )
    return all([check_one(arguments, root, found) for root in arguments.roots])


def check_one(arguments, root, found):
    reported = verdicts.scan(arguments.assay, root, arguments.db)
    return verdicts.compare(
        f"{root}: (vulnerability, package, version)",
        found,
        {(name, package["name"], whole(package)) for name, package, _ in reported.rows},
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--assay", required=True)
    parser.add_argument("--db", required=True)
    parser.add_argument("--advisories", required=True)
    parser.add_argument("--distribution", choices=redhats.DISTRIBUTIONS, required=True)
    parser.add_argument("roots", nargs="+")
    sys.exit(0 if check(parser.parse_args()) else 1)


if __name__ == "__main__":
    main()

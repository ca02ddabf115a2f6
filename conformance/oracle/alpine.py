"""What Alpine's secdb implies for an apk database."""

import collections
import os
import re

from oracle import packs

Installed = collections.namedtuple("Installed", "name version origin")

CVE = re.compile(r"CVE-[0-9]{4}-[0-9]{4,}\b")


def release_of(root):
    """`3.18` of os-release's VERSION_ID=3.18.4."""
    with open(os.path.join(root, "etc/os-release")) as lines:
        for line in lines:
            if line.startswith("VERSION_ID="):
                return ".".join(line.split("=", 1)[1].strip().strip('"').split(".")[:2])
    raise SystemExit(f"{root}/etc/os-release names no VERSION_ID")


def installed_in(root):
    packages = []
    with open(os.path.join(root, "lib/apk/db/installed")) as database:
        for entry in database.read().split("\n\n"):
            fields = dict(line.split(":", 1) for line in entry.splitlines() if ":" in line)
            if "P" in fields:
                packages.append(
                    Installed(fields["P"], fields["V"], fields.get("o") or fields["P"])
                )
    return packages


def vulnerabilities(written):
    """`CVE-2018-5244 XSA-253` is the CVE; a text without a CVE is named by its first word."""
    return CVE.findall(written) or written.split()[:1]


def records(advisories, release):
    """{origin: {(vulnerability, fixed)}}; fixed in `0` means never vulnerable."""
    pack = os.path.join(advisories, "os/alpine-secdb.tar.zst")
    known = collections.defaultdict(set)
    for path, document in packs.documents(pack, lambda path: f"{release}/" in path):
        if document["distroversion"] != f"v{release}":
            raise SystemExit(f"{path} is of {document['distroversion']}")
        for row in document["packages"]:
            for fixed, names in row["pkg"]["secfixes"].items():
                if fixed != "0":
                    for written in names or ():
                        for name in vulnerabilities(written):
                            known[row["pkg"]["name"]].add((name, fixed))
    return known


def questions(packages, known):
    return {
        (package.version, fixed)
        for package in packages
        for _, fixed in known.get(package.origin, ())
    }


def expected(packages, known, answers):
    """{(vulnerability, package, version)} of what is vulnerable."""
    return {
        (name, package.name, package.version)
        for package in packages
        for name, fixed in known.get(package.origin, ())
        if answers[package.version, fixed] == -1
    }

"""What Debian's records imply for a dpkg database, by dpkg's reading and dpkg's order."""

import collections
import os
import re
import subprocess

from oracle import packs

GONE = ("not-installed", "config-files")
KERNEL_IMAGE = re.compile(r"linux-image-(?:unsigned-)?[0-9](?!.*-dbg(sym)?$)")
FIELDS = (
    "${source:Package}\t${source:Version}\t${db:Status-Status}\t${Package}\t${Version}"
    "\t${Architecture}\t${Origin}\n"
)

Installed = collections.namedtuple(
    "Installed", "source source_version state name version architecture origin"
)


def release_of(root):
    """The number in os-release's VERSION_ID."""
    with open(os.path.join(root, "etc/os-release")) as lines:
        for line in lines:
            if line.startswith("VERSION_ID="):
                return line.split("=", 1)[1].strip().strip('"')
    raise SystemExit(f"{root}/etc/os-release names no VERSION_ID")


def installed_in(root):
    """Every package as dpkg-query reads it, with the states that count."""
    rows = subprocess.run(
        ["dpkg-query", f"--admindir={os.path.join(root, 'var/lib/dpkg')}", "-W", "-f", FIELDS],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    packages = [Installed(*row.split("\t")) for row in rows.splitlines()]
    return [package for package in packages if counts(package)]


def counts(package):
    return package.state not in GONE and package.origin.lower() in ("", "debian")


def judged_as(package):
    """The (source, version) whose advisories a binary package answers to; None for none.

    The kernel's advisories are for its images: not for headers, perf or libc's. A signed image
    comes of a source of its own, which stands for the kernel's, in the image's own version.
    """
    source, version = package.source, package.source_version
    if source.startswith("linux-signed-"):
        source, version = "linux", package.version
    if source == "linux" and not KERNEL_IMAGE.match(package.name):
        return None
    return source, version


class Records:
    """Which versions of which source are vulnerable to what in one release.

    statements: {source: {vulnerability: [(fixed or None, urgency)]}}
    """

    def __init__(self, documents, release):
        ecosystem = f"Debian:{release}"
        own, bulletins = {}, []
        for document in documents:
            if document.get("withdrawn"):
                continue
            for affected in document.get("affected", ()):
                package = affected.get("package", {})
                if package.get("ecosystem") == ecosystem:
                    row = (package["name"], fixes(affected), urgency(affected))
                    if document["id"].startswith("CVE-"):
                        own.setdefault(row[0], {})[document["id"]] = [
                            (fix, row[2]) for fix in row[1]
                        ]
                    else:
                        bulletins.append((document, *row))
        self.statements = own
        self._add(bulletins)

    def _add(self, bulletins):
        """A bulletin decides where its CVE has no record for the source and release."""
        decided = {(source, name) for source, rows in self.statements.items() for name in rows}
        for document, source, fixed, urgent in bulletins:
            cves = [name for name in names(document) if name.startswith("CVE-")]
            for name in cves or [document["id"]]:
                if (source, name) not in decided:
                    rows = self.statements.setdefault(source, {}).setdefault(name, [])
                    rows.extend((fix, urgent) for fix in fixed)


def names(document):
    return [*document.get("aliases", ()), *document.get("related", ()), *document.get("upstream", ())]


def fixes(affected):
    """One fix for each range; None for a range without an end. All begin at 0."""
    found = []
    for part in affected["ranges"]:
        events = {key: value for event in part["events"] for key, value in event.items()}
        if part["type"] != "ECOSYSTEM" or events.get("introduced") != "0":
            raise SystemExit(f"A range of a new kind: {part}")
        found.append(events.get("fixed"))
    return found


def urgency(affected):
    return (affected.get("ecosystem_specific") or {}).get("urgency")


def records(advisories, release):
    pack = os.path.join(advisories, "os/debian-osv.tar.zst")
    return Records((document for _, document in packs.documents(pack)), release)


def expected(packages, known, order):
    """{(vulnerability, source, version): {(fixed or None, urgency)}} of what is vulnerable."""
    sources = {judged for judged in map(judged_as, packages) if judged}
    questions = {
        (version, fixed)
        for source, version in sources
        for rows in known.statements.get(source, {}).values()
        for fixed, _ in rows
        if fixed is not None
    }
    answers = order(questions)
    found = {}
    for source, version in sources:
        for name, rows in known.statements.get(source, {}).items():
            for fixed, urgent in rows:
                if fixed is None or answers[version, fixed] == -1:
                    found.setdefault((name, source, version), set()).add((fixed, urgent))
    return found, len(questions)

"""What AlmaLinux's, Amazon's and Rocky's records imply for an rpm database, by rpm itself."""

import collections
import os
import re
import subprocess

from oracle import packs

FORMAT = (
    "%{NAME}\t%|EPOCH?{%{EPOCH}}:{}|\t%{VERSION}\t%{RELEASE}\t%{VENDOR}\t%{SOURCERPM}"
    "\t%|MODULARITYLABEL?{%{MODULARITYLABEL}}:{}|\n"
)
SQLITE_FOLDER = "var/lib/rpm"
NDB_FOLDER = "usr/lib/sysimage/rpm"

NVRA = re.compile(r"(?P<name>.+)-(?P<evr>[0-9]+:[^-]+-[^-]+)\.(?P<arch>[^.]+)\.rpm\Z")
MODULE = re.compile(r"(?:^|\s)(?P<stream>[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+)(?= )")
CVE = re.compile(r"CVE-[0-9]{4}-[0-9]{4,}\Z")
BUILT_IN_MODULE = re.compile(r"\.module[+_]")

# by: whether `name` is a binary package's or a source package's. stream: of a module, or None.
Statement = collections.namedtuple("Statement", "bulletin name by fixed stream vulnerabilities")
Installed = collections.namedtuple("Installed", "name epoch version release vendor source stream")

Distribution = collections.namedtuple("Distribution", "name vendor os_release statements")


def evr(package):
    """As rpm reads it: an epoch that is absent is 0."""
    return f"{package.epoch or 0}:{package.version}-{package.release}"


def installed_in(root):
    """Every package as rpm reads it from a root's sqlite database."""
    folder = os.path.abspath(os.path.join(root, SQLITE_FOLDER))
    rows = subprocess.run(
        ["rpm", "--dbpath", folder, "-qa", "--qf", FORMAT],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    packages = []
    for row in rows.splitlines():
        *fields, source, label = row.split("\t")
        stream = ":".join(label.split(":")[:2]) or None
        packages.append(Installed(*fields, source.rsplit("-", 2)[0], stream))
    return packages


def alma(advisories, release):
    pack = os.path.join(advisories, "os/alma-osv.tar.zst")
    for _, document in packs.documents(pack):
        yield from osv(document, f"AlmaLinux:{release}", "binary")


def osv(document, ecosystem, by):
    if document.get("withdrawn"):
        return
    cves = named_cves(document)
    for affected in document["affected"]:
        if affected["package"].get("ecosystem") != ecosystem:
            continue
        for part in affected["ranges"]:
            for event in part["events"]:
                if event.get("introduced", "0") != "0":
                    raise SystemExit(f"A range of a new kind in {document['id']}")
                if "fixed" in event:
                    yield statement(
                        document["id"],
                        affected["package"]["name"],
                        by,
                        event["fixed"],
                        document["summary"],
                        cves,
                    )


def named_cves(document):
    """The CVEs a record names as related; where it names none, those whose pages it refers to."""
    related = [name for name in document.get("related") or () if CVE.match(name)]
    pages = [row["url"].rsplit("/", 1)[-1] for row in document.get("references") or ()]
    return tuple(related or [page for page in pages if CVE.match(page)])


def statement(bulletin, name, by, fixed, title, cves):
    stream = MODULE.search(title) if BUILT_IN_MODULE.search(fixed) else None
    return Statement(bulletin, name, by, fixed, stream and stream["stream"], cves)


def amazon(advisories, release):
    pack = os.path.join(advisories, "os/amazon-updateinfo.tar.zst")
    for _, document in packs.documents(pack, lambda path: f"/{release}/core/" in f"/{path}"):
        references = (document.get("References") or {}).get("Reference") or []
        cves = tuple(row["ID"] for row in references if row["Type"] == "cve")
        for row in document["Pkglist"]["Collection"]["Package"]:
            fixed = f"{row['Epoch']}:{row['Version']}-{row['Release']}"
            yield Statement(document["ID"], row["Name"], "binary", fixed, None, cves)


def rocky(advisories, release):
    pack = os.path.join(advisories, "os/rocky-errata.tar.zst")
    for _, document in packs.documents(pack):
        yield from errata(document, f"Rocky Linux {release}")
    pack = os.path.join(advisories, "os/rocky-osv.tar.zst")
    for _, document in packs.documents(pack):
        yield from osv(document, f"Rocky Linux:{release}", "source")


def errata(document, product):
    cves = tuple(cve["name"] for cve in document.get("cves") or ())
    for nvra in ((document.get("rpms") or {}).get(product) or {}).get("nvras", ()):
        match = NVRA.match(nvra)
        if match and match["arch"] != "src":
            yield statement(
                document["name"], match["name"], "binary", match["evr"], document["synopsis"], cves
            )


DISTRIBUTIONS = {
    "almalinux": Distribution(
        "almalinux",
        "AlmaLinux",
        'NAME="AlmaLinux"\nVERSION="9.4"\nID="almalinux"\nID_LIKE="rhel centos fedora"\n'
        'VERSION_ID="9.4"\nPLATFORM_ID="platform:el9"\nPRETTY_NAME="AlmaLinux 9.4"\n',
        lambda advisories: alma(advisories, "9"),
    ),
    "amazon": Distribution(
        "amazon",
        "Amazon Linux",
        'NAME="Amazon Linux"\nVERSION="2023"\nID="amzn"\nID_LIKE="fedora"\n'
        'VERSION_ID="2023"\nPLATFORM_ID="platform:al2023"\nPRETTY_NAME="Amazon Linux 2023"\n',
        lambda advisories: amazon(advisories, "2023"),
    ),
    "rocky": Distribution(
        "rocky",
        "Rocky Enterprise Software Foundation",
        'NAME="Rocky Linux"\nVERSION="9.3"\nID="rocky"\nID_LIKE="rhel centos fedora"\n'
        'VERSION_ID="9.3"\nPLATFORM_ID="platform:el9"\nPRETTY_NAME="Rocky Linux 9.3"\n',
        lambda advisories: rocky(advisories, "9"),
    ),
}


def concerns(said, package):
    """Whether a statement is about an installed package, whatever their versions.

    A module's packages answer to the statements of their own stream, all others to those outside
    modules.
    """
    name = package.name if said.by == "binary" else package.source
    in_module = BUILT_IN_MODULE.search(said.fixed) is not None
    return said.name == name and (
        said.stream == package.stream if in_module else package.stream is None
    )


def expected(packages, statements, vendor, order):
    """{(vulnerability, name, evr)} of what is vulnerable, and the number of comparisons."""
    by_name = collections.defaultdict(list)
    for said in statements:
        by_name[said.name].append(said)
    relevant = [
        (package, said)
        for package in packages
        if package.vendor == vendor
        for name in {package.name, package.source}
        for said in by_name[name]
        if concerns(said, package)
    ]
    answers = order({(evr(package), said.fixed) for package, said in relevant})
    found = {
        (cve, package.name, evr(package))
        for package, said in relevant
        if answers[evr(package), said.fixed] == -1
        for cve in said.vulnerabilities
    }
    return found, len(answers)

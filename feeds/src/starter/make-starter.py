#!/usr/bin/env python3
"""make-starter.py ADVISORIES > starter.tsv

Writes the starter set: for each landmark vulnerability (landmarks.tsv: id, title in our own words) the facts
that are needed to judge it: CVSS vector, KEV date, and per ecosystem the package and its fixed version; and
how long distributions are supported (releases.tsv).
ADVISORIES is a folder of feed archives; nothing but identifiers, names, versions, vectors and dates is taken.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tarfile

ADVISORIES = pathlib.Path(sys.argv[1])
LANDMARKS = dict(
    line.rstrip("\n").split("\t")
    for line in open(pathlib.Path(__file__).with_name("landmarks.tsv"), encoding="utf-8"))
RELEASES = [
    line.rstrip("\n")
    for line in open(pathlib.Path(__file__).with_name("releases.tsv"), encoding="utf-8") if line[0] != "#"]
DEBIAN = {"Debian:11": "debian:11", "Debian:12": "debian:12", "Debian:13": "debian:13"}
UBUNTU = {"focal": "ubuntu:20.04", "jammy": "ubuntu:22.04", "noble": "ubuntu:24.04"}
ALPINE = {"v3.%d" % minor for minor in range(16, 22)}
RED_HAT = re.compile(r"Red Hat:enterprise_linux:([89])::(appstream|baseos|crb)$")
NOT_SHIPPED = re.compile(r"-debug(info|source)$")


def documents(archive):
    process = subprocess.Popen(["zstd", "-dc", str(ADVISORIES / archive)], stdout=subprocess.PIPE)
    with tarfile.open(fileobj=process.stdout, mode="r|") as tar:
        for member in tar:
            if member.isfile() and member.name.endswith(".json"):
                yield member.name, json.load(tar.extractfile(member))


# (id, ecosystem, repository, naming, version, module) -> names; version "" is: vulnerable, no fix.
fixes = collections.defaultdict(set)
vectors = {}
scorers = {}


def add(vulnerability, ecosystem, repository, naming, version, name, module=""):
    if vulnerability in LANDMARKS and not NOT_SHIPPED.search(name):
        fixes[(vulnerability, ecosystem, repository, naming, version, module)].add(name)


def fixed_versions(affected):
    return [e["fixed"] for r in affected.get("ranges", []) for e in r["events"] if "fixed" in e]


def debian():
    for _, doc in documents("os/debian-osv.tar.zst"):
        if doc["id"] not in LANDMARKS:
            continue
        for severity in doc.get("severity", []):
            vectors.setdefault(doc["id"], severity["score"])
        for affected in doc.get("affected", []):
            ecosystem = DEBIAN.get(affected["package"].get("ecosystem", ""))
            if ecosystem:
                versions = fixed_versions(affected)
                add(doc["id"], ecosystem, "", "S", versions[-1] if versions else "", affected["package"]["name"])


def ubuntu():
    for _, doc in documents("os/ubuntu-cve-tracker-json.tar.zst"):
        for release, packages in doc.get("packages", {}).items():
            if release in UBUNTU and doc["candidate"] in LANDMARKS:
                for name, statement in packages.items():
                    if statement["status"] == "released" and statement.get("note"):
                        add(doc["candidate"], UBUNTU[release], "", "S", statement["note"], name)


def alpine():
    for _, doc in documents("os/alpine-secdb.tar.zst"):
        if doc["distroversion"] in ALPINE:
            for package in doc["packages"]:
                for version, ids in (package["pkg"].get("secfixes") or {}).items():
                    for named in ids or []:
                        for one in named.split():
                            if version != "0":
                                add(one, "alpine:" + doc["distroversion"][1:], doc["reponame"], "S",
                                    version, package["pkg"]["name"])


def module_of(title):
    found = re.search(r"\b([a-z][a-z0-9_-]*:[A-Za-z0-9_.-]+) (?:security|bug|and)", title)
    return found.group(1) if found else ""


def errata(archive, ecosystem_of):
    for _, doc in documents(archive):
        named = set(doc.get("related", [])) & LANDMARKS.keys()
        if not named:
            continue
        for affected in doc.get("affected", []):
            where = ecosystem_of(affected["package"].get("ecosystem", ""))
            if where:
                for version in fixed_versions(affected):
                    for vulnerability in named:
                        add(vulnerability, where[0], where[1], "B", re.sub("^0:", "", version),
                            affected["package"]["name"], module_of(doc.get("summary", "")))


def red_hat(ecosystem):
    found = RED_HAT.match(ecosystem)
    return ("redhat:" + found.group(1), ecosystem.split(":", 1)[1]) if found else None


def amazon():
    streams = {"amazon-linux-2": "amazon:2", "amazon-linux-2023": "amazon:2023"}
    for _, doc in documents("os/amazon-updateinfo.tar.zst"):
        collection = doc["Pkglist"]["Collection"]
        named = {r["ID"] for r in (doc["References"]["Reference"] or []) if r["Type"] == "cve"} & LANDMARKS.keys()
        if named and collection["Short"] in streams:
            for package in collection["Package"]:
                if package["Arch"] != "src":
                    epoch = "" if package["Epoch"] == "0" else package["Epoch"] + ":"
                    for vulnerability in named:
                        add(vulnerability, streams[collection["Short"]], "core", "B",
                            epoch + package["Version"] + "-" + package["Release"], package["Name"])


def vulnrichment():
    """Vectors for what Debian's export has none for: the CNA's, else CISA's."""
    for _, doc in documents("meta/vulnrichment.tar.zst"):
        vulnerability = doc.get("cveMetadata", {}).get("cveId")
        if vulnerability in LANDMARKS and vulnerability not in vectors:
            scorers[vulnerability] = "CVE record"
            containers = [doc["containers"].get("cna", {})] + doc["containers"].get("adp", [])
            found = [metric[kind]["vectorString"]
                     for container in containers for metric in container.get("metrics", [])
                     for kind in ("cvssV3_1", "cvssV3_0") if kind in metric]
            if found:
                vectors[vulnerability] = found[0]


def red_hat_scores():
    """Red Hat's vectors for what is still without one."""
    for _, doc in documents("os/redhat-cve.tar.zst"):
        vulnerability = doc.get("name")
        if vulnerability in LANDMARKS and vulnerability not in vectors:
            found = (doc.get("cvss3", {}).get("cvss3_scoring_vector")
                     or doc.get("cvss", {}).get("cvss_scoring_vector"))
            if found:
                vectors[vulnerability] = found
                scorers[vulnerability] = "Red Hat"


def kev():
    raw = subprocess.run(["zstd", "-dc", str(next(ADVISORIES.glob("meta/kev-*.zst")))], capture_output=True, check=True)
    return {v["cveID"]: v for v in json.loads(raw.stdout)["vulnerabilities"]}


debian()
ubuntu()
alpine()
errata("os/alma-osv.tar.zst", lambda e: ("almalinux:" + e[10:], "") if e in ("AlmaLinux:8", "AlmaLinux:9") else None)
errata("os/rocky-osv.tar.zst", lambda e: ("rocky:" + e[12:], "") if e.startswith("Rocky Linux:") else None)
errata("os/redhat-osv.tar.zst", red_hat)
amazon()
vulnrichment()
red_hat_scores()

exploited = kev()
with_fix = {key[0] for key in fixes}
print("# assay starter set 1")
print("# V id, CVSS vector, KEV date added, ransomware use known (1), title, scorer")
print("# F id, ecosystem, repository, S(ource) or B(inary) names, fixed version (empty: none), module, names")
print("# L ecosystem, label, released, end of ordinary support, end of the longest support, its name")
for release in RELEASES:
    print("L", release, sep="\t")
for vulnerability in sorted(LANDMARKS):
    if vulnerability not in with_fix:
        print("no statement for", vulnerability, file=sys.stderr)
        continue
    entry = exploited.get(vulnerability, {})
    print("V", vulnerability, vectors.get(vulnerability, ""), entry.get("dateAdded", ""),
          "1" if entry.get("knownRansomwareCampaignUse") == "Known" else "", LANDMARKS[vulnerability],
          scorers.get(vulnerability, "NVD" if vulnerability in vectors else ""), sep="\t")
for key in sorted(fixes):
    print("F", *key, " ".join(sorted(fixes[key])), sep="\t")

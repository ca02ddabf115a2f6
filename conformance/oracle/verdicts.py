"""Runs `assay scan`, and sets what it reports against what was to be expected."""

import json
import subprocess

SHOWN = 20
NO_FIX = (None, "", "NotAvailable", "Not Available")


class Reported:
    """The findings of one scan, one row for each (vulnerability, installed package)."""

    def __init__(self, document):
        self.rows = []
        for finding in document["findings"]:
            details = finding.get("packageVulnerabilityDetails")
            if details is None:
                continue
            for package in details["vulnerablePackages"]:
                self.rows.append((details["vulnerabilityId"], package, details))
        self.not_evaluated = document.get("notEvaluated", [])


def scan(assay, root, database):
    command = [assay, "scan", root, "--db", database, "--format", "json", "--quiet"]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    # 3: something could not be assessed. Whether that was right shows in the pairs.
    if run.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)} ended with {run.returncode}")
    document = json.loads(run.stdout)
    if isinstance(document, list):
        (document,) = document
    return Reported(document)


def source_of(package):
    source = (package.get("explanation") or {}).get("sourcePackage") or {}
    return source.get("name"), source.get("version")


def fix_of(package):
    fix = package.get("fixedInVersion")
    return None if fix in NO_FIX else fix


def compare(title, expected, reported):
    """Prints the two sets' difference; True where they are the same."""
    missing = sorted(expected - reported)
    extra = sorted(reported - expected)
    print(
        f"{title}: expected {len(expected)}, reported {len(reported)},"
        f" missing {len(missing)}, extra {len(extra)}"
    )
    for word, rows in (("missing", missing), ("extra", extra)):
        for row in rows[:SHOWN]:
            print(f"  {word}: {' | '.join(str(part) for part in row)}")
        if len(rows) > SHOWN:
            print(f"  {word}: and {len(rows) - SHOWN} more")
    return not missing and not extra

"""Reads the packed advisory records as a stream of JSON documents."""

import json
import subprocess
import tarfile


def documents(pack, wanted=lambda path: path.endswith(".json")):
    """Yields (path, document) for each wanted member of a .tar.zst."""
    unpack = subprocess.Popen(["zstd", "-dcq", pack], stdout=subprocess.PIPE)
    with tarfile.open(fileobj=unpack.stdout, mode="r|") as members:
        for member in members:
            if member.isfile() and wanted(member.name):
                yield member.name, json.load(members.extractfile(member))
    unpack.stdout.close()
    if unpack.wait() != 0:
        raise SystemExit(f"{pack}: zstd ended with {unpack.returncode}")

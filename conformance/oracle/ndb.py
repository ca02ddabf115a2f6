"""Writes rpm's ndb format (Packages.db), which Debian's rpm cannot, from an exported database.

All numbers are little endian. The file starts with pages of 16-byte slots, of which the first two
are the file's header. Each slot points at a blob, counted in blocks of 16 bytes; a blob is one
package header between a head and a tail.
"""

import struct
import subprocess
import zlib

PAGE, BLOCK = 4096, 16
HEADER_MAGIC = bytes.fromhex("8eade80100000000")


def headers(folder):
    """The package headers of a database that rpm can read, each without its magic."""
    exported = subprocess.run(
        ["rpmdb", "--dbpath", folder, "--exportdb"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    ).stdout
    at = 0
    while at < len(exported):
        if exported[at : at + 8] != HEADER_MAGIC:
            raise SystemExit(f"no package header at byte {at} of the exported {folder}")
        entries, size = struct.unpack(">II", exported[at + 8 : at + 16])
        end = at + 16 + 16 * entries + size
        yield exported[at + 8 : end]
        at = end


def packages_db(blobs):
    """The file's bytes."""
    slots_per_page = PAGE // BLOCK
    pages = (2 + len(blobs)) // slots_per_page + 1
    slots = []
    body = b""
    for index, content in enumerate(blobs, start=1):
        written = blob(index, content)
        slots.append(slot(index, pages * slots_per_page + len(body) // BLOCK, len(written) // BLOCK))
        body += written
    spare = pages * slots_per_page - 2 - len(slots)
    head = b"RpmP" + struct.pack("<IIIIIII", 0, 1 + len(blobs), pages, 1 + len(blobs), 0, 0, 0)
    return head + b"".join(slots) + slot(0, 0, 0) * spare + body


def slot(index, offset, count):
    return b"Slot" + struct.pack("<III", index, offset, count)


def blob(index, content):
    head = b"BlbS" + struct.pack("<III", index, 1, len(content))
    padding = b"\0" * (-(len(head) + len(content) + 12) % BLOCK)
    checked = head + content + padding
    return checked + struct.pack("<II", zlib.adler32(checked), len(content)) + b"BlbE"

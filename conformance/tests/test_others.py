"""The expected side for rpm and apk, and the orders, on values made by hand."""

import shutil
import struct
import unittest
import zlib

from oracle import alpine, apkorder, ndb, order, redhats


def said(name, fixed, cves=("CVE-2024-1",), by="binary", stream=None):
    return redhats.Statement("ALSA-1", name, by, fixed, stream, cves)


def installed(name, version, release, epoch="", vendor="V", source="s", stream=None):
    return redhats.Installed(name, epoch, version, release, vendor, source, stream)


@unittest.skipUnless(shutil.which("rpm"), "rpm is not installed")
class Rpm(unittest.TestCase):
    def found(self, statements, *packages):
        return redhats.expected(packages, statements, "V", order.by_rpm)[0]

    def test_below_the_fix_is_vulnerable_and_at_it_is_not(self):
        statements = [said("a", "0:1.0-2.el9")]
        self.assertEqual(
            {("CVE-2024-1", "a", "0:1.0-1.el9")}, self.found(statements, installed("a", "1.0", "1.el9"))
        )
        self.assertEqual(set(), self.found(statements, installed("a", "1.0", "2.el9", "0")))
        self.assertEqual(set(), self.found(statements, installed("a", "0.1", "1", "1")))

    def test_an_erratum_without_a_cve_is_no_finding(self):
        self.assertEqual(set(), self.found([said("a", "0:2-1", ())], installed("a", "1", "1")))

    def test_another_vendors_package_is_not_judged(self):
        packages = installed("a", "1", "1", vendor="Other")
        self.assertEqual(set(), self.found([said("a", "0:2-1")], packages))

    def test_a_module_answers_to_its_own_stream_only(self):
        fixed = "0:2-1.module_el9.1.0+15+abcdef12"
        statements = [said("a", fixed, stream="m:1")]
        self.assertEqual(set(), self.found(statements, installed("a", "1", "1")))
        self.assertEqual(set(), self.found(statements, installed("a", "1", "1", stream="m:2")))
        self.assertEqual(1, len(self.found(statements, installed("a", "1", "1", stream="m:1"))))

    def test_a_statement_on_a_source_is_for_its_binaries(self):
        statements = [said("s", "0:2-1", by="source")]
        self.assertEqual(1, len(self.found(statements, installed("a", "1", "1"))))

    def test_the_stream_is_read_from_the_title(self):
        title = "Important: nodejs:18 security update"
        row = redhats.statement("B", "nodejs", "binary", "1-1.module_el9+1+ab", title, ())
        self.assertEqual("nodejs:18", row.stream)

    def test_rpm_orders_whole_versions(self):
        answers = order.by_rpm({("1:1-1", "2-1"), ("0:1-1", "1-1"), ("1~rc1-1", "1-1"), ("", "1")})
        self.assertEqual(
            {("1:1-1", "2-1"): 1, ("0:1-1", "1-1"): 0, ("1~rc1-1", "1-1"): -1, ("", "1"): None},
            answers,
        )


class Ndb(unittest.TestCase):
    def test_a_blob_is_found_through_its_slot(self):
        file = ndb.packages_db([b"x" * 100, b"yy"])
        magic, index, offset, count = struct.unpack("<4sIII", file[48:64])
        self.assertEqual((b"Slot", 2), (magic, index))
        blob = file[16 * offset : 16 * (offset + count)]
        self.assertEqual(b"BlbS" + struct.pack("<III", 2, 1, 2) + b"yy", blob[:18])
        self.assertEqual(zlib.adler32(blob[:-12]), struct.unpack("<I", blob[-12:-8])[0])
        self.assertEqual(b"BlbE", blob[-4:])
        self.assertEqual(len(file), 16 * (offset + count))

    def test_many_blobs_take_more_slot_pages(self):
        file = ndb.packages_db([b"x"] * 300)
        self.assertEqual(2, struct.unpack("<I", file[12:16])[0])
        self.assertEqual(b"BlbS", file[2 * 4096 : 2 * 4096 + 4])


class Apk(unittest.TestCase):
    ORDER = [
        "1.0_alpha-r0", "1.0_rc1-r0", "1.0", "1.0-r0", "1.0-r1", "1.0-r10", "1.0~ab-r0",
        "1.0_p1-r0", "1.0_p10-r0", "1.0a-r0", "1.0a1-r0", "1.0.0-r0", "1.0.01-r0", "1.0.-r0",
        "1.0.1-r0", "1.0.10-r0", "1.05-r0", "1.1-r0", "1.10-r0", "2",
    ]  # fmt: skip

    def test_the_order(self):
        pairs = {(a, b) for a in self.ORDER for b in self.ORDER}
        answers = apkorder.by_rules(pairs)
        for (a, b), answer in answers.items():
            i, j = self.ORDER.index(a), self.ORDER.index(b)
            self.assertEqual((i > j) - (i < j), answer, f"{a} {b}")

    def test_what_is_no_version(self):
        for text in ("", "a", "1.0bc", "1_foo", "4.10-1-r1", "1-r", "1-r1_p1", "1.0A", "1~xyz"):
            self.assertIsNone(apkorder.tokens(text), text)

    def test_a_cve_names_what_an_xsa_accompanies(self):
        self.assertEqual(["CVE-2018-5244"], alpine.vulnerabilities("CVE-2018-5244 XSA-253"))
        self.assertEqual(["XSA-248"], alpine.vulnerabilities("XSA-248"))

    def test_the_origin_is_judged(self):
        packages = [alpine.Installed("a-libs", "1.0-r0", "a")]
        known = {"a": {("CVE-2024-1", "1.0-r1")}}
        answers = apkorder.by_rules(alpine.questions(packages, known))
        self.assertEqual(
            {("CVE-2024-1", "a-libs", "1.0-r0")}, alpine.expected(packages, known, answers)
        )


if __name__ == "__main__":
    unittest.main()

"""The expected side for Debian, on records and packages made by hand."""

import unittest

from oracle import check_debian, debian, order


def record(name, *affected, **more):
    return {"id": name, "affected": list(affected), **more}


def affected(source, fixed=None, release="12", urgency=None):
    events = [{"introduced": "0"}] + ([{"fixed": fixed}] if fixed else [])
    return {
        "package": {"ecosystem": f"Debian:{release}", "name": source},
        "ranges": [{"type": "ECOSYSTEM", "events": events}],
        "ecosystem_specific": {"urgency": urgency},
    }


def package(source, version, name=None, state="installed", origin="", own=None):
    return debian.Installed(source, version, state, name or source, own or version, "amd64", origin)


class Expectations(unittest.TestCase):
    def found(self, documents, *packages):
        known = debian.Records(documents, "12")
        counted = [row for row in packages if debian.counts(row)]
        return debian.expected(counted, known, order.by_dpkg)[0]

    def test_below_the_fix_is_vulnerable_and_at_it_is_not(self):
        documents = [record("CVE-2024-1", affected("a", "1.0-2"))]
        self.assertIn(("CVE-2024-1", "a", "1.0-1"), self.found(documents, package("a", "1.0-1")))
        self.assertIn(("CVE-2024-1", "a", "1.0-2~"), self.found(documents, package("a", "1.0-2~")))
        self.assertEqual({}, self.found(documents, package("a", "1.0-2")))

    def test_the_source_version_counts(self):
        documents = [record("CVE-2024-1", affected("a", "1.0-2"))]
        self.assertEqual({}, self.found(documents, package("a", "1.0-2", own="0~1")))

    def test_unfixed_and_unimportant_count(self):
        documents = [record("CVE-2024-1", affected("a", None, urgency="unimportant"))]
        self.assertEqual(
            {("CVE-2024-1", "a", "9"): {(None, "unimportant")}},
            self.found(documents, package("a", "9")),
        )

    def test_another_release_says_nothing(self):
        documents = [record("CVE-2024-1", affected("a", "2", release="11"))]
        self.assertEqual({}, self.found(documents, package("a", "1")))

    def test_the_record_wins_over_the_bulletin(self):
        documents = [
            record("CVE-2024-1", affected("a", "1")),
            record("DSA-1-1", affected("a", "2"), related=["CVE-2024-1", "CVE-2024-2"]),
        ]
        self.assertEqual(
            {("CVE-2024-2", "a", "1.5"): {("2", None)}}, self.found(documents, package("a", "1.5"))
        )

    def test_a_bulletin_without_a_cve_is_its_own_vulnerability(self):
        documents = [record("DSA-1-1", affected("a", "2"))]
        self.assertIn(("DSA-1-1", "a", "1"), self.found(documents, package("a", "1")))

    def test_withdrawn_never_counts(self):
        documents = [record("CVE-2024-1", affected("a", "2"), withdrawn="2024-01-01T00:00:00Z")]
        self.assertEqual({}, self.found(documents, package("a", "1")))

    def test_states(self):
        documents = [record("CVE-2024-1", affected("a", "2"))]
        for state in debian.GONE:
            self.assertEqual({}, self.found(documents, package("a", "1", state=state)))
        for state in ("installed", "unpacked", "half-installed", "half-configured"):
            self.assertEqual(1, len(self.found(documents, package("a", "1", state=state))))

    def test_a_third_party_package_is_not_judged(self):
        documents = [record("CVE-2024-1", affected("a", "2"))]
        self.assertEqual({}, self.found(documents, package("a", "1", origin="Example")))

    def test_the_kernel_counts_for_its_images_only(self):
        documents = [record("CVE-2024-1", affected("linux", "6.1.80-1"))]
        for name in ("linux-libc-dev", "linux-headers-6.1.0-18-amd64", "linux-image-amd64"):
            self.assertEqual({}, self.found(documents, package("linux", "6.1.76-1", name)))
        image = package(
            "linux-signed-amd64", "6.1.76+1", "linux-image-6.1.0-18-amd64", own="6.1.76-1"
        )
        self.assertIn(("CVE-2024-1", "linux", "6.1.76-1"), self.found(documents, image))

    def test_the_reported_version_is_put_together_from_its_parts(self):
        self.assertEqual(
            "1:2.3-4", check_debian.whole({"epoch": 1, "version": "2.3", "release": "4"})
        )
        self.assertEqual("2.3", check_debian.whole({"epoch": 0, "version": "2.3"}))


if __name__ == "__main__":
    unittest.main()

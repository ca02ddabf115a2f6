"""Makes an rpm database of near-misses.

`make_rpm.py --advisories D --distribution NAME --seed N --count N --work DIR ROOT NDB`

The packages are built by rpmbuild, without content, in versions around the real fixes. rpm
installs them into the database of ROOT only, in its sqlite format; NDB gets the same in ndb's.
"""

import argparse
import collections
import glob
import os
import random
import re
import subprocess

from oracle import ndb, redhats

# The kernel has rules of its own, and none of the packages below is of it.
KERNELS = re.compile(r"(kernel|bpftool|perf|python3-perf|rtla|rv|libperf|.*livepatch)")
DEBUG = re.compile(r".*-debug(info|source)\Z")

HEAD = """Name: {name}
{epoch}Version: {version}
Release: {release}
Summary: A package of the near-miss database
License: none
Vendor: {vendor}
AutoReqProv: no
{label}%description
None.
"""

PART = """%package -n {name}
{epoch}Version: {version}
Release: {release}
Summary: A part of the near-miss database
%description -n {name}
None.
%files -n {name}
"""

Wanted = collections.namedtuple("Wanted", "name evr")


def parts(evr):
    epoch, colon, rest = evr.rpartition(":")
    version, _, release = rest.rpartition("-")
    return {
        "epoch": f"Epoch: {epoch}\n" if colon else "",
        "version": version,
        "release": release,
    }


def near(fixed, rng):
    """A version close to a fix, on either side of it or on it."""
    epoch, _, rest = fixed.rpartition(":")
    version, _, release = rest.rpartition("-")
    epoch = epoch or "0"
    if rng.random() < 0.08:
        epoch = str(int(epoch) + 1)
    elif rng.random() < 0.08:
        epoch = "0"
    choice = rng.randrange(12)
    if choice < 2:
        release = stepped(release, 1, first=True)
    elif choice < 4:
        release = stepped(release, -1, first=True)
    elif choice == 4:
        release = stepped(release, rng.choice([-1, 1]), first=False)
    elif choice == 5:
        version = stepped(version, rng.choice([-1, 1]), first=False)
    elif choice == 6:
        release += rng.choice([".1", "~rc1", "^git1", "a", "_2"])
    elif choice == 7:
        version += rng.choice([".0", "~rc1", "^20240101", "a"])
    elif choice == 8:
        release = release.split(".")[0]
    # An epoch of 0 is written out or left out: rpm makes no difference.
    prefix = "" if epoch == "0" and rng.random() < 0.7 else epoch + ":"
    return f"{prefix}{version}-{release}"


def stepped(text, step, first):
    numbers = list(re.finditer(r"[0-9]+", text))
    if not numbers:
        return text + ".1"
    number = numbers[0 if first else -1]
    return text[: number.start()] + str(max(int(number.group()) + step, 0)) + text[number.end() :]


def fixes_by_name(statements):
    """The fixes of each binary outside all modules, without the kernel's and the debuggers'."""
    fixes = collections.defaultdict(set)
    for said in statements:
        if said.by == "binary" and not KERNELS.match(said.name) and not DEBUG.match(said.name):
            fixes[said.name].add(said.fixed)
    return {
        name: sorted(found)
        for name, found in fixes.items()
        if not any(redhats.BUILT_IN_MODULE.search(fixed) for fixed in found)
    }


def one_spec(wanted, vendor, name, label=""):
    main = HEAD.format(
        name=name, vendor=vendor, label=label, **parts(wanted[0].evr)
    )
    return main + "".join(
        "%files\n" if row.name == name else PART.format(name=row.name, **parts(row.evr))
        for row in wanted
    )


def specs(distribution, statements, count, rng):
    """The spec files: each is one source package with its binaries."""
    fixes = fixes_by_name(statements)
    names = sorted(fixes)
    by_source = sources(statements) if distribution.name == "rocky" else {}
    if by_source:
        # Records by source package and records by binary must both have something to say.
        for source in sorted(by_source)[: count // 3]:
            binaries = [name for name in by_source[source] if name in fixes][:3]
            if binaries:
                version = near(rng.choice(fixes[binaries[0]]), rng)
                yield one_spec([Wanted(name, version) for name in binaries], distribution.vendor, source)
        return
    chosen = rng.sample(names, min(count, len(names)))
    wanted = [Wanted(name, near(rng.choice(fixes[name]), rng)) for name in chosen]
    yield one_spec(wanted, distribution.vendor, "near-misses")
    # Not the distribution's: its advisories say nothing of them.
    rest = sorted(set(names).difference(chosen))
    foreign = rng.sample(rest, min(8, len(rest)))
    wanted = [Wanted(name, "0.1-0") for name in foreign]
    if wanted:
        yield one_spec(wanted, "Fedora Project", "third-party")


def sources(statements):
    """{source package: its binaries}, from errata that name both for one version."""
    named = {said.name for said in statements if said.by == "source" and not said.stream}
    binaries = collections.defaultdict(set)
    by_bulletin = collections.defaultdict(list)
    for said in statements:
        by_bulletin[said.bulletin].append(said)
    for rows in by_bulletin.values():
        for source in rows:
            if source.by == "source" and source.name in named and not KERNELS.match(source.name):
                binaries[source.name].update(
                    row.name for row in rows if row.by == "binary" and row.fixed == source.fixed
                )
    return {name: sorted(found) for name, found in binaries.items() if found}


def modular_specs(distribution, statements, rng):
    """A few packages of modules, each in a stream that has a statement on it."""
    streams = {}
    for said in statements:
        if said.stream and said.by == "binary" and not DEBUG.match(said.name):
            streams.setdefault((said.stream, said.name), set()).add(said.fixed)
    chosen = {}
    for stream, name in sorted(streams):
        if name == stream.split(":")[0]:
            chosen.setdefault(name, (stream, name))
    for stream, name in sorted(chosen.values())[:6]:
        fixed = rng.choice(sorted(streams[stream, name]))
        label = f"ModularityLabel: {stream}:9020020230101000000:rhel9\n"
        yield one_spec([Wanted(name, stepped_release(fixed))], distribution.vendor, name, label)


def stepped_release(fixed):
    head, _, release = fixed.rpartition("-")
    return f"{head}-{stepped(release, -1, first=True)}"


def build(specs_to_build, work):
    for serial, text in enumerate(specs_to_build):
        path = os.path.join(work, f"{serial}.spec")
        with open(path, "w") as out:
            out.write(text)
        run = subprocess.run(
            ["rpmbuild", "-bb", "--quiet", "--nodeps", "--target", "x86_64-linux"]
            + ["--define", f"_topdir {work}", "--define", "debug_package %{nil}"]
            + ["--define", "__os_install_post %{nil}", path],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if run.returncode != 0:
            raise SystemExit(f"rpmbuild {path}: {run.stdout[-2000:]}")
    return sorted(glob.glob(os.path.join(work, "RPMS/*/*.rpm")))


def install(files, root):
    """Into a sqlite database, which is the one format that Debian's rpm writes."""
    folder = os.path.abspath(os.path.join(root, redhats.SQLITE_FOLDER))
    os.makedirs(folder)
    run = subprocess.run(
        ["rpm", "--dbpath", folder, "-i", "--nodeps", "--justdb", "--ignorearch", "--ignoreos"]
        + ["--noscripts", "--nosignature", "--force", *files],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if run.returncode != 0:
        raise SystemExit(f"rpm -i: {run.stdout[-2000:]}")
    return folder


def convert(folder, root):
    """The same packages as an ndb database."""
    target = os.path.join(root, redhats.NDB_FOLDER)
    os.makedirs(target)
    with open(os.path.join(target, "Packages.db"), "wb") as out:
        out.write(ndb.packages_db(list(ndb.headers(folder))))


def name_system(root, os_release):
    os.makedirs(os.path.join(root, "etc"))
    with open(os.path.join(root, "etc/os-release"), "w") as out:
        out.write(os_release)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--advisories", required=True)
    parser.add_argument("--distribution", choices=redhats.DISTRIBUTIONS, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("root")
    parser.add_argument("ndb")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    distribution = redhats.DISTRIBUTIONS[arguments.distribution]
    statements = list(distribution.statements(arguments.advisories))
    os.makedirs(arguments.work, exist_ok=True)
    files = build(
        [
            *specs(distribution, statements, arguments.count, rng),
            *modular_specs(distribution, statements, rng),
        ],
        os.path.abspath(arguments.work),
    )
    convert(install(files, arguments.root), arguments.ndb)
    for root in (arguments.root, arguments.ndb):
        name_system(root, distribution.os_release)
    print(f"{distribution.name}: {len(files)} packages built")


if __name__ == "__main__":
    main()

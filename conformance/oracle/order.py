"""Asks the package managers which of two versions is the lesser.

Each function takes a set of (left, right) and returns {(left, right): -1 | 0 | 1 | None}; None
where the package manager refuses one of the two.
"""

import os
import re
import subprocess
import tempfile

DPKG_RELATIONS = (("lt", -1), ("eq", 0), ("gt", 1))

# What Dpkg::Version reads as dpkg does. The rest is asked of dpkg itself.
PLAIN_DEB = re.compile(r"(?:[0-9]{1,6}:)?[0-9][0-9A-Za-z.+~]*(?:-[0-9A-Za-z.+~]+)*\Z")

PERL = r"""
use strict; use warnings; use Dpkg::Version;
while (my $line = <STDIN>) {
  chomp $line;
  my ($left, $right) = split /\t/, $line;
  print version_compare($left, $right), "\n";
}
"""

LUA = r"""
for line in io.lines(os.getenv("QUESTIONS")) do
  local tab = line:find("\t", 1, true)
  local known, order = pcall(rpm.vercmp, line:sub(1, tab - 1), line:sub(tab + 1))
  io.write(known and order or "refused", "\n")
end
"""


def by_dpkg(pairs):
    """One `dpkg --compare-versions` after the other."""
    return {pair: _dpkg(*pair) for pair in pairs}


def _dpkg(left, right):
    for relation, order in DPKG_RELATIONS:
        code = subprocess.run(
            ["dpkg", "--compare-versions", left, relation, right], stderr=subprocess.DEVNULL
        ).returncode
        if code == 0:
            return order
        if code != 1:
            return None
    raise SystemExit(f"dpkg has no order for {left!r} and {right!r}")


def by_dpkg_perl(pairs):
    """Debian's Dpkg::Version for plain versions, in one process; dpkg for the others."""
    plain = [pair for pair in pairs if all(PLAIN_DEB.match(version) for version in pair)]
    answers = by_dpkg(pairs.difference(plain))
    answers.update(_ask(["perl", "-e", PERL], plain))
    return answers


def by_rpm(pairs):
    """rpm's own Lua, in one process."""
    with tempfile.TemporaryDirectory() as scratch:
        program = os.path.join(scratch, "order.lua")
        questions = os.path.join(scratch, "questions")
        with open(program, "w") as out:
            out.write(LUA)
        asked = sorted(pairs)
        with open(questions, "w") as out:
            out.writelines(f"{left}\t{right}\n" for left, right in asked)
        answers = subprocess.run(
            ["rpm", "--eval", f'%{{lua: dofile("{program}")}}'],
            env={**os.environ, "QUESTIONS": questions},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout.split()
    return _answered(asked, answers)


def _ask(command, pairs):
    asked = sorted(pairs)
    answers = subprocess.run(
        command,
        input="".join(f"{left}\t{right}\n" for left, right in asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.split()
    return _answered(asked, answers)


def _answered(asked, answers):
    if len(asked) != len(answers):
        raise SystemExit(f"{len(asked)} questions on versions, {len(answers)} answers")
    return {
        pair: None if answer == "refused" else int(answer)
        for pair, answer in zip(asked, answers)
    }

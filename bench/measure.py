#!/usr/bin/env python3
"""measure.py [-n RUNS] [-w WARM] -- COMMAND…: runs a command and prints the median of its CPU seconds (user and
system, children included), its peak resident set and its wall time, as whole processes. Its output is dropped."""
import argparse
import os
import statistics
import subprocess
import sys
import time

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("-n", type=int, default=5, help="measured runs (5)")
parser.add_argument("-w", type=int, default=1, help="runs before that, not measured (1)")
parser.add_argument("--codes", default="0", help="exit codes that are no failure (0)")
parser.add_argument("command", nargs=argparse.REMAINDER)
arguments = parser.parse_args()
command = arguments.command[1:] if arguments.command[:1] == ["--"] else arguments.command
allowed = {int(code) for code in arguments.codes.split(",")}


def run():
    started = time.monotonic()
    with open(os.devnull, "w") as nothing:
        child = subprocess.Popen(command, stdout=nothing, stderr=subprocess.PIPE)
        errors = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in allowed:
        sys.exit("exit code %d of %s: %s" % (child.returncode, " ".join(command), errors.decode(errors="replace")[-500:]))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, time.monotonic() - started


for _ in range(arguments.w):
    run()
cpu, rss, wall = zip(*(run() for _ in range(arguments.n)))
print("%.2f CPU-s (%.2f–%.2f)  %.0f MiB (%.0f–%.0f)  %.2f s wall  n=%d" % (
    statistics.median(cpu), min(cpu), max(cpu), statistics.median(rss), min(rss), max(rss),
    statistics.median(wall), arguments.n))

"""Running programs and taking figures: wall times, sizes, percentiles, and what machine they are of."""
import math
import os
import platform
import re
import shutil
import subprocess
import time
from pathlib import Path


class Wrong(Exception):
    """A program's answer is not what it must be: its figures mean nothing."""


def run_timed(argv):
    """(wall seconds from start to exit, standard output); raises Wrong when the program fails."""
    begin = time.perf_counter()
    done = subprocess.run(argv, capture_output=True, text=True, errors="replace", check=False)
    seconds = time.perf_counter() - begin
    if done.returncode != 0:
        raise Wrong(f"{' '.join(argv)}: exit code {done.returncode}\n{done.stderr.strip()}")
    return seconds, done.stdout


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def size_of(path):
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files)


def percentile(figures, percent):
    """The nearest-rank percentile."""
    return sorted(figures)[max(math.ceil(percent / 100 * len(figures)), 1) - 1]


def first_line(argv):
    try:
        lines = subprocess.run(argv, capture_output=True, text=True, check=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        return ""
    return lines[0].strip() if lines else ""


def package_versions(packages):
    found = {name: first_line(["dpkg-query", "-W", "-f=${Version}", package])
             for name, package in packages.items()}
    return [f"{name} {version}" for name, version in found.items() if version]


def commit():
    return first_line(["git", "-C", str(Path(__file__).parent), "describe", "--always", "--dirty"]) or "of no commit"


def machine():
    """One line: processor, cores, memory, system, and the versions of what was measured."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = re.search(r"model name\s*:\s*(.+)", info)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    versions = package_versions({"Xapian": "libxapian30", "ICU": "libicu72", "SQLite": "libsqlite3-0",
                                 "GCC": "g++-12", "Java": "openjdk-17-jre-headless"})
    return ", ".join([model.group(1) if model else platform.machine(), f"{os.cpu_count()} cores",
                      f"{memory:.0f} GB", system, f"Linux {platform.release()}", *versions,
                      f"palpate {commit()}"])

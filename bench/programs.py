"""The programs that are measured beside each other, by their command lines."""
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from collection import ROOT

BUILD = ROOT / "build" / "release"
JAR_FOLDER = Path("/usr/share/java")  # where Debian's policy puts jars
JARS = ("lucene-core", "lucene-analyzers-common", "lucene-queryparser")
WARM_UP_PASSES = 50


def build_release(targets):
    """The folder that they are built into."""
    for argv in (["cmake", "--preset", "release", "-DPALPATE_BENCH=ON"],
                 ["cmake", "--build", "--preset", "release", "--target", *targets]):
        subprocess.run(argv, cwd=ROOT, check=True, stdout=sys.stderr)
    return BUILD


@dataclass
class Program:
    name: str
    indexer: list  # argv before "--db DB CORPUS"
    searcher: list  # argv before "--db DB --topics FILE …"
    documents: object  # (db, what the indexer printed) -> number of documents in the index
    variants: dict = field(default_factory=lambda: {"": []})  # ways of asking: label -> further arguments
    untimed: list = field(default_factory=lambda: ["--run", os.devnull])  # where answers go that are timed

    def index(self, db, corpus):
        return [*self.indexer, "--db", str(db), str(corpus)]

    def search(self, db, topics, run, count, variant=""):
        return [*self.searcher, "--db", str(db), "--topics", str(topics), "--run", str(run),
                "-n", str(count), *self.variants[variant]]

    def timed_search(self, db, topics, timings, count, variant=""):
        """The same on one core, each question answered once."""
        return ["taskset", "--cpu-list", str(max(os.sched_getaffinity(0))), *self.searcher, "--db", str(db),
                "--topics", str(topics), *self.untimed, "--timings", str(timings), "-n", str(count),
                *self.variants[variant]]


def documents_printed(_, printed):
    return json.loads(printed)["documents"]


def manual_xapian(build):
    program = str(build / "bench" / "manual_xapian")
    return Program("Xapian, by its manual", [program, "index"], [program, "search"], documents_printed)


def fts5(build):
    program = str(build / "bench" / "fts5")
    return Program("SQLite FTS5", [program, "index"], [program, "search"], documents_printed)


def palpate(build):
    query = str(build / "palpate-query")

    def documents(db, _):
        printed = subprocess.run([query, "--db", str(db), "--stats", "--json"], check=True,
                                 capture_output=True, text=True).stdout
        return json.loads(printed)["documents"]

    # With --run it would rank each question once for the run and answer it a second time for the timing.
    return Program("palpate", [str(build / "palpate-index"), "--quiet"], [query], documents, untimed=["--json"])


def lucene(build, sources):
    """None, after saying why, where it cannot be compiled."""
    if not (shutil.which("java") and shutil.which("javac")):
        print("Lucene left out: no Java", flush=True)
        return None
    jars = [sorted(JAR_FOLDER.glob(f"{jar}-8.*.jar"))[-1:] for jar in JARS]
    if not all(jars):
        print("Lucene left out: no jars of Lucene 8 (Debian's liblucene8-java)", flush=True)
        return None
    classes = build / "bench" / "lucene"
    classpath = ":".join([str(jar) for found in jars for jar in found] + [str(classes)])
    subprocess.run(["javac", "-cp", classpath, "-d", str(classes), *map(str, sources)], check=True)
    java = ["java", "-cp", classpath, "LucenePeer"]
    return Program("Lucene " + jars[0][0].stem.rsplit("-", 1)[1], [*java, "index"], [*java, "search"],
                   documents_printed,
                   {"first pass": [], "warmed up": ["--warm-up", str(WARM_UP_PASSES)]})

"""palpate-serve over a collection, for as long as something is measured of it."""
import json
import os
import re
import resource
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from collection import ROOT, Collection, shared_collection  # noqa: E402
from measure import Wrong  # noqa: E402
from programs import build_release  # noqa: E402

WORK = ROOT / "build" / "bench" / "serving"
DESCRIPTORS = 8192


def prepare(folder):
    """(folder of the programs, the collection) with all programs built."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(DESCRIPTORS, hard), hard))
    WORK.mkdir(parents=True, exist_ok=True)
    build = build_release(["palpate-index", "palpate-serve", "throughput", "load"])
    return build, Collection(folder or shared_collection("medquad"))


def index(build, database, *paths):
    subprocess.run([build / "palpate-index", "--quiet", "--db", database, *paths], check=True)


def targets_file(collection):
    """One address a line, for wrk."""
    file = WORK / "targets"
    with open(collection.queries, encoding="utf-8") as lines:
        questions = [json.loads(line)["text"] for line in lines if line.strip()]
    file.write_text("".join(f"/api/v1/search?q={urllib.parse.quote(text, safe='')}\n" for text in questions),
                    encoding="utf-8")
    return file


class Served:
    def __init__(self, build, database, *options):
        self.argv = [build / "palpate-serve", "--db", database, "--listen", "127.0.0.1:0", *options]

    def __enter__(self):
        self.process = subprocess.Popen(self.argv, stderr=subprocess.PIPE, text=True, stdout=subprocess.DEVNULL)
        said = self.process.stderr.readline()
        found = re.search(r"listening on http://127\.0\.0\.1:(\d+)/", said)
        if not found:
            raise Wrong(f"palpate-serve does not start: {said}")
        self.port = int(found.group(1))
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate(timeout=60)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def resident(self):
        """Bytes of memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s*(\d+) kB", status).group(1)) * 1024

    def cpu_seconds(self):
        """Of all its threads, since it began. On a machine that others use it tells more than a clock."""
        after_name = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=30) as response:
            return response.read()


def run_json(argv):
    """The JSON object in the last line that a program prints."""
    return run_json_lines(argv)[-1]


def run_json_lines(argv):
    done = subprocess.run([str(word) for word in argv], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Wrong(f"{argv[0]}: {done.stderr.strip()}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

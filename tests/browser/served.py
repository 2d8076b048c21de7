"""palpate-serve over an index of a test's own, on a port that the system picks."""
import json
import pathlib
import re
import subprocess
import tempfile
import urllib.parse
import urllib.request


class Served:
    """with Served(programs, [folder_or_file, ...]) as served: served.url + "search?q=neck" """

    def __init__(self, programs, paths, base_path=""):
        self.programs = pathlib.Path(programs)
        self.paths = [str(path) for path in paths]
        self.base_path = base_path

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="palpate-browser-")
        database = self.folder.name + "/articles.db"
        subprocess.run([self.programs / "palpate-index", "--quiet", "--db", database, *self.paths], check=True)
        self.process = subprocess.Popen(
            [self.programs / "palpate-serve", "--db", database, "--listen", "127.0.0.1:0",
             "--no-access-log", "--base-path", self.base_path], stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"listening on (http://\S+)", line)
        if not found:
            self.__exit__()
            raise RuntimeError("palpate-serve did not start: " + line)
        self.url = found.group(1).rstrip("/") + self.base_path + "/"
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()
        self.folder.cleanup()

    def address(self, path="", **parameters):
        query = "?" + urllib.parse.urlencode(parameters) if parameters else ""
        return self.url + path + query

    def json(self, path, **parameters):
        with urllib.request.urlopen(self.address(path, **parameters), timeout=30) as answer:
            return json.load(answer)

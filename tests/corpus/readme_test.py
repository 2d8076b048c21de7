"""readme_test.py PALPATE_INDEX PALPATE_QUERY: README shows what the programs answer today.

Asks the demo's question and those of README's table over corpus/articles, and compares.
"""
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
INDEX, QUERY = (str(Path(program).resolve()) for program in sys.argv[1:3])
DEMO = "trigger point referred pain"


class ReadmeShows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="palpate-readme-")
        cls.database = str(Path(cls.folder.name) / "palpate.db")
        subprocess.run([INDEX, "--quiet", "--db", cls.database, "corpus/articles"], cwd=ROOT, check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def ask(self, *words):
        return subprocess.run([QUERY, "--db", self.database, *words], cwd=ROOT, check=True, text=True,
                              encoding="utf-8", capture_output=True).stdout

    def test_what_the_demo_prints(self):
        shown = re.search(rf"\$ palpate-query {DEMO}\n(.*?)```", README, re.DOTALL)
        self.assertIsNotNone(shown)
        self.assertEqual(shown[1], self.ask("-n", "2", *DEMO.split()))

    def test_what_the_table_promises(self):
        rows = re.findall(r"^\| `([^`]+)`[^|]*\| (.+?) \| (.+?) \|$", README.split("| article › heading |")[1].split("##")[0],
                          re.MULTILINE)
        self.assertGreaterEqual(len(rows), 5)
        for question, place, sentence in rows:
            with self.subTest(question):
                hit = json.loads(self.ask("--json", "-n", "1", "--", question))["hits"][0]
                text = hit["passage"]["text"].encode()
                best = text[hit["sentence"]["begin"]:hit["sentence"]["end"]].decode()
                self.assertEqual(place, " › ".join([hit["article"]["title"], *hit["heading"]]))
                self.assertEqual(sentence, " ".join(best.split()))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

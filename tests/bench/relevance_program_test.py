"""bench/relevance as a whole, over a collection that is made here, with the built palpate-index and palpate-query."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

from ablation import parts  # noqa: E402
from generate import write_collection  # noqa: E402
from ranking import Ranking  # noqa: E402
from score import read_qrels, read_run, score  # noqa: E402

BUILD = Path(os.environ.get("PALPATE_BUILD", ROOT / "build" / "release"))


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = Path(temporary.name)
        cls.made = cls.folder / "made"
        write_collection(cls.made, 120, seed=7)

    def relevance(self, *options):
        done = subprocess.run([sys.executable, "-B", str(ROOT / "bench" / "relevance"), "--build", str(BUILD), "--db-cache",
                               str(self.folder / "cache"), *options], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def printed(self, *options):
        code, out, err = self.relevance("--collection", str(self.made), *options)
        self.assertEqual((code, err), (0, ""))
        return out

    def test_the_measures_are_those_of_a_run_that_palpate_query_writes(self):
        out = self.printed()
        run = self.folder / "run"
        subprocess.run([str(BUILD / "palpate-query"), "--db", str(self.folder / "cache" / "made.db"), "--topics",
                        str(self.made / "queries.jsonl"), "--run", str(run)], check=True)
        for measure, figure in score(read_qrels(self.made / "qrels.tsv"), read_run(run)).items():
            self.assertIn(f"{measure} {figure:.4f}", out)
        self.assertIn("no committed run to compare with", out)

    def test_the_ablation_has_a_row_for_each_part(self):
        out = self.printed("--ablation")
        weights = parts(Ranking(BUILD, self.folder / "cache").weights())
        self.assertGreater(len(weights), 3)
        for weight in weights:
            self.assertIn(f"| without `{weight.name}` | ", out)

    def test_a_changed_weight_changes_figures(self):
        rows = self.printed("--sweep", "bm25-k1=0.01,1.6").splitlines()
        low, high = ([cell.strip() for cell in row.split("|")[2:]] for row in rows if row.startswith(("| 0.01", "| 1.6")))
        self.assertNotEqual(low, high)

    def test_misspelt_questions_are_reported_for_each_seed(self):
        out = self.printed("--misspell")
        for expected in ("seed 1: ", "seed 2: ", "seed 3: ", "lost on average: "):
            self.assertIn(expected, out)

    def test_swapped_words_are_asked_over_our_articles(self):
        swaps = self.folder / "swaps.tsv"
        swaps.write_text("What helps frozen shoulder?\tfrozen shoulder\tfrozen shoulder\n"
                         "What helps frozen shoulder?\tfrozen shoulder\tsciatica\n", encoding="utf-8")
        code, out, _ = self.relevance("--swap", str(swaps))
        self.assertEqual(code, 0)
        self.assertTrue(out.startswith("first hit changes in 1 of 2 questions\n"), out)

    def test_figures_of_another_ranking_or_program_are_not_kept(self):
        code, _, err = self.relevance("--save")
        self.assertEqual(code, 2)
        self.assertIn("--save keeps the figures of this tree as it is", err)

    def test_a_weight_that_does_not_exist_is_named(self):
        code, _, err = self.relevance("--collection", str(self.made), "--weight", "nonsense=1")
        self.assertEqual(code, 1)
        self.assertIn("nonsense", err)


if __name__ == "__main__":
    unittest.main()

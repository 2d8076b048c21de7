"""The bench's own measures against figures worked out by hand."""
import math
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

from collection import Collection, passages_of  # noqa: E402
from generate import write_collection  # noqa: E402
from measure import percentile  # noqa: E402
from programs import Program  # noqa: E402
from questions import with_ratios  # noqa: E402
from score import read_qrels, read_run, relevant_from, score  # noqa: E402

ONE_QUESTION = {"q": {"best": 3, "fair": 2, "near": 1, "wrong": 0}}


class Score(unittest.TestCase):
    def test_an_ideal_order_scores_one_in_everything(self):
        for measure, figure in score(ONE_QUESTION, {"q": ["best", "fair", "near"]}).items():
            self.assertAlmostEqual(figure, 1, msg=measure)

    def test_gain_is_linear_and_discounted_by_log2(self):
        found = score(ONE_QUESTION, {"q": ["wrong", "best", "unjudged", "fair"]})
        ideal = 3 + 2 / math.log2(3) + 1 / 2
        self.assertAlmostEqual(found["nDCG@10"], (3 / math.log2(3) + 2 / math.log2(5)) / ideal)
        self.assertAlmostEqual(found["MRR@10"], 1 / 2)
        self.assertAlmostEqual(found["MAP@10"], (1 / 2 + 2 / 4) / 2)
        self.assertEqual(found["P@1"], 0)
        self.assertEqual(found["R@100"], 1)

    def test_what_stands_below_ten_counts_for_recall_only(self):
        found = score(ONE_QUESTION, {"q": [f"other{n}" for n in range(10)] + ["best"]})
        self.assertEqual((found["nDCG@10"], found["MAP@10"], found["MRR@10"]), (0, 0, 0))
        self.assertEqual(found["R@100"], 0.5)

    def test_a_question_that_the_run_lacks_scores_zero(self):
        qrels = ONE_QUESTION | {"unanswered": {"best": 3}}
        self.assertAlmostEqual(score(qrels, {"q": ["best", "fair", "near"]})["nDCG@10"], 0.5)

    def test_a_question_with_nothing_to_find_is_left_out(self):
        qrels = ONE_QUESTION | {"hopeless": {"wrong": 0}, "only related": {"near": 1}}
        found = score(qrels, {"q": ["best", "fair", "near"], "only related": ["wrong"]})
        self.assertAlmostEqual(found["nDCG@10"], 0.5)
        self.assertAlmostEqual(found["MRR@10"], 1)

    def test_yes_or_no_grades_are_relevant_from_one(self):
        self.assertEqual(relevant_from({"q": {"a": 0, "b": 1}}), 1)
        self.assertEqual(relevant_from(ONE_QUESTION), 2)


class Files(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = Path(self.temporary.name)

    def test_a_run_is_read_by_rank_and_a_repeated_document_counts_once(self):
        path = self.folder / "run"
        path.write_text("q Q0 b 2 8 tag\nq Q0 a 1 9 tag\nq Q0 a 3 7 tag\nq Q0 c 10 1 tag\n", encoding="utf-8")
        self.assertEqual(read_run(path), {"q": ["a", "b", "c"]})

    def test_the_heading_of_qrels_is_no_judgment(self):
        path = self.folder / "qrels.tsv"
        path.write_text("query-id\tcorpus-id\tscore\nq\ta\t3\n", encoding="utf-8")
        self.assertEqual(read_qrels(path), {"q": {"a": 3}})

    def test_a_generated_collection_is_the_same_each_time_and_whole(self):
        for name in ("first", "second"):
            write_collection(self.folder / name, 120, seed=7)
        files = [self.folder / name / "corpus.jsonl" for name in ("first", "second")]
        self.assertEqual(files[0].read_bytes(), files[1].read_bytes())
        collection = Collection(self.folder / "first")
        self.assertEqual(len(set(collection.ids)), 120)
        qrels = read_qrels(collection.qrels)
        self.assertEqual(qrels.keys(), collection.questions.keys())
        for grades in qrels.values():
            self.assertEqual(list(grades.values()).count(3), 1)
            self.assertLessEqual(grades.keys(), set(collection.ids))

    def test_known_items_are_titles_that_the_collection_has(self):
        write_collection(self.folder / "made", 120, seed=7)
        collection = Collection(self.folder / "made")
        items = collection.known_items()
        self.assertGreaterEqual(len(items), 20)
        for item in items:
            self.assertEqual(collection.titles[item.title], item.documents)


class Figures(unittest.TestCase):
    def test_percentiles_are_figures_that_occurred(self):
        self.assertEqual(percentile([5, 1, 4, 2, 3], 50), 3)
        self.assertEqual(percentile(range(1, 101), 95), 95)
        self.assertEqual(percentile([7], 95), 7)

    def test_ratios_are_to_the_first_program(self):
        found = with_ratios({"manual": [1, 2, 4], "ours": [9, 3, 5]})
        self.assertEqual(found["manual"]["p50 ratio"], 1)
        self.assertEqual((found["ours"]["p50"], found["ours"]["p99"]), (5, 9))
        self.assertEqual((found["ours"]["p50 ratio"], found["ours"]["p99 ratio"]), (5 / 2, 9 / 4))

    def test_what_is_timed_runs_on_one_core_and_is_written_to_no_run(self):
        argv = Program("peer", [], ["peer", "search"], None).timed_search("db", "topics", "timings", 10)
        self.assertEqual(argv[0], "taskset")
        self.assertTrue(argv[2].isdigit())
        self.assertEqual(argv[argv.index("--run") + 1], "/dev/null")

    def test_passages_lose_no_word_and_stay_short(self):
        text = " ".join(f"One two three four {n}." for n in range(100)) + "\nLast line"
        passages = list(passages_of(text))
        self.assertEqual(" ".join(passages).split(), text.split())
        self.assertTrue(all(len(passage.split()) <= 120 for passage in passages))


if __name__ == "__main__":
    unittest.main()

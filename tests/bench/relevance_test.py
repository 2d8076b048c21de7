"""bench/relevance: its arithmetic against figures worked out by hand."""
import random
import sys
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

import comparison  # noqa: E402
from ablation import ablation_table, parts, sweep_table  # noqa: E402
from comparison import compare, comparison_text, keep, last_kept, randomisation_test  # noqa: E402
from measure import Wrong  # noqa: E402
from misspelling import document_frequencies, misspellings, misspelt, misspelt_topics, rarest_word  # noqa: E402
from ranking import Asked, WeightLine, digest  # noqa: E402
from score import by_question, means  # noqa: E402
from swaps import first_passage, read_swaps  # noqa: E402


class RandomisationTest(unittest.TestCase):
    def test_few_questions_are_counted_out(self):
        for found, expected in [
                ([], 1),  # nothing differs
                ([0, 0], 1),
                ([.5], 1),  # +.5 and -.5 are equally far from 0
                ([1, 2, 3], 2 / 8),  # of 8 sums only 6 and -6
                ([1, 1, -1], 1),  # the sums are 3 and 1 and their negatives
                ([3, 2, -1], 4 / 8),  # 4: of 6, 4, 2, 0 and their negatives, two each way are as far
                ([.5, .5, .5, .5, -.1], 4 / 32),  # 2.1 and 1.9, each way
                ([-.5, -.5, -.5, -.5, .1], 4 / 32)]:
            self.assertAlmostEqual(randomisation_test(found), expected, msg=str(found))

    def test_questions_that_do_not_differ_change_nothing(self):
        self.assertEqual(randomisation_test([1, 2, 3] + [0] * 100), 2 / 8)

    def test_rounding_does_not_make_an_equal_sum_smaller(self):
        # .1 + .2 + .3 and its reorderings differ in the last bit.
        self.assertEqual(randomisation_test([.1, .2, .3]), randomisation_test([.3, .2, .1]))
        self.assertEqual(randomisation_test([.1, .2, .3]), 2 / 8)

    def test_many_questions_are_drawn_and_come_near_the_binomial(self):
        # 14 questions, 10 better by 1, 4 worse: 10 or more of one sign, twice 1471 of 16384.
        p = randomisation_test([1] * 10 + [-1] * 4)
        self.assertAlmostEqual(p, 2 * 1471 / 16384, delta=0.012)
        self.assertEqual(p, randomisation_test([1] * 10 + [-1] * 4))

    def test_drawn_signs_never_say_that_chance_is_excluded(self):
        self.assertEqual(randomisation_test([1] * 200), 1 / 10_001)
        self.assertEqual(randomisation_test([1, -1] * 50), 1)


class Comparison(unittest.TestCase):
    before = {"a": {"nDCG@10": 0.5, "MRR@10": 1.0}, "b": {"nDCG@10": 0.25}, "c": {"nDCG@10": 0.75, "MRR@10": 0.5}}
    after = {"a": {"nDCG@10": 1.0, "MRR@10": 1.0}, "b": {"nDCG@10": 0.0}, "c": {"nDCG@10": 0.75, "MRR@10": 1.0}}

    def test_figures_of_each_question_add_up_to_the_means(self):
        qrels = {"q": {"best": 3, "near": 1}, "only related": {"near": 1}, "nothing": {"wrong": 0}}
        figures = by_question(qrels, {"q": ["near", "best"], "only related": ["near"]})
        self.assertEqual(set(figures["only related"]), {"nDCG@10"})
        self.assertEqual(figures["nothing"], {})
        self.assertEqual(figures["q"]["MRR@10"], 0.5)
        self.assertEqual(means(figures)["MRR@10"], 0.5)
        self.assertAlmostEqual(means(figures)["nDCG@10"], (figures["q"]["nDCG@10"] + 1) / 2)

    def test_means_before_and_after_with_their_p(self):
        gain, rank = compare(self.before, self.after)
        self.assertEqual((gain.measure, gain.before), ("nDCG@10", 0.5))
        self.assertAlmostEqual(gain.after, 1.75 / 3)
        self.assertEqual(gain.p, 1)  # +.5 and -.25: all four sums are .25 or .75 from 0
        self.assertEqual((rank.measure, rank.before, rank.after, rank.p), ("MRR@10", 0.75, 1.0, 1))

    def test_a_question_that_one_run_lacks_is_left_out(self):
        gain = compare(self.before, {"a": {"nDCG@10": 1.0}, "new": {"nDCG@10": 0.0}})[0]
        self.assertEqual((gain.before, gain.after), (0.5, 1.0))

    def test_the_text_names_what_got_better_and_worse(self):
        text = comparison_text({"version": "v", "questions": self.before}, self.after)
        self.assertIn("better by nDCG@10: 1, on average by 0.5000\n    a: 0.5000 -> 1.0000  +0.5000", text)
        self.assertIn("worse by nDCG@10: 1, on average by 0.2500\n    b: 0.2500 -> 0.0000  -0.2500", text)
        self.assertNotIn("    c:", text)

    def test_a_figure_that_was_rounded_for_keeping_is_no_change(self):
        third = {"q": {"nDCG@10": 1 / 3}}
        text = comparison_text({"version": "v", "questions": {"q": {"nDCG@10": 0.333333}}}, third)
        self.assertIn("better by nDCG@10: 0\n  worse by nDCG@10: 0", text)

    def test_a_run_is_kept_beside_those_of_other_fields(self):
        with tempfile.TemporaryDirectory() as folder:
            kept_in, root = comparison.RESULTS, comparison.ROOT
            self.addCleanup(lambda: (setattr(comparison, "RESULTS", kept_in), setattr(comparison, "ROOT", root)))
            comparison.ROOT = Path(folder)
            comparison.RESULTS = Path(folder) / "results"
            text, message = (SimpleNamespace(name="made", fields=fields) for fields in ("text", "subject,message"))
            self.assertIsNone(last_kept(text))
            keep(text, self.before, "first")
            keep(message, self.after, "second")
            self.assertEqual(last_kept(text)["questions"], self.before)
            self.assertEqual(last_kept(message)["version"], "second")
            self.assertIn("--collection made --field text", last_kept(text)["command"])


class Weights(unittest.TestCase):
    lines = [WeightLine("topic", 0.4, "share of the question", ""), WeightLine("bm25-k1", 1.6, "BM25's own", ""),
             WeightLine("idle", 0.0, "share of pairs", "")]

    class Stub:
        """A collection whose measures without a part are known."""
        label = "made"

        def figures(self, weights=None):
            worth = 0.25 if (weights or {}).get("topic") in (0, "0") else 0.5
            return {"q": {"nDCG@10": worth, "MAP@10": worth, "MRR@10": 1.0, "P@1": 1.0, "R@100": 1.0}}

        def means(self, weights=None):
            return means(self.figures(weights))

    def test_parameters_and_what_is_off_already_are_no_parts(self):
        self.assertEqual([weight.name for weight in parts(self.lines)], ["topic"])

    def test_the_table_has_each_part_and_what_is_lost_without_it(self):
        self.assertEqual(ablation_table([self.Stub()], self.lines).splitlines(), [
            "| ranking | made nDCG@10 | made MRR@10 |",
            "| --- | ---: | ---: |",
            "| with everything | 0.5000 | 1.0000 |",
            "| without `topic` | 0.2500 (-0.2500) | 1.0000 (+0.0000) |"])

    def test_a_sweep_has_a_row_for_each_value(self):
        rows = sweep_table(self.Stub(), "topic", ["0", "0.4"]).splitlines()[-2:]
        self.assertEqual(rows, ["| 0 | 0.2500 | 0.2500 | 1.0000 | 1.0000 | 1.0000 |",
                                "| 0.4 | 0.5000 | 0.5000 | 1.0000 | 1.0000 | 1.0000 |"])


class Misspelling(unittest.TestCase):
    frequencies = {"sciatica": 3, "treatment": 90, "pain": 1, "knees": 3}

    def test_the_rarest_long_word_that_the_corpus_has(self):
        for question, word in [("Treatment of sciatica?", "sciatica"), ("pain treatment", "treatment"),
                               ("Sciatica of the knees", "Sciatica"), ("zzzzz treatment", "treatment")]:
            self.assertEqual(rarest_word(question, self.frequencies)[0], word)
        self.assertIsNone(rarest_word("pain or ache", self.frequencies))

    def test_one_letter_is_wrong_and_never_the_first(self):
        chance, kinds = random.Random(1), set()
        for _ in range(500):
            for kind, typed in misspellings("sciatica", chance).items():
                kinds.add(kind)
                self.assertNotEqual(typed, "sciatica")
                self.assertEqual(typed[0], "s")
                self.assertEqual(len(typed) - 8, {"dropped": -1, "doubled": 1}.get(kind, 0))
                if kind == "swapped":
                    self.assertEqual(sorted(typed), sorted("sciatica"))
        self.assertEqual(kinds, {"replaced", "dropped", "doubled", "swapped"})

    def test_equal_neighbours_are_not_swapped(self):
        self.assertNotIn("swapped", misspellings("beeee", random.Random(1)))

    def test_only_the_rarest_word_changes(self):
        for seed in range(50):
            typed = misspelt("Does sciatica need treatment?", self.frequencies, random.Random(seed))
            self.assertRegex(typed, r"^Does s\w+ need treatment\?$")
            self.assertNotEqual(typed, "Does sciatica need treatment?")
        self.assertEqual(misspelt("No pain?", self.frequencies, random.Random(1)), "No pain?")

    def test_a_question_is_misspelt_alike_whatever_stands_beside_it(self):
        topics = [{"_id": "1", "text": "sciatica"}, {"_id": "2", "text": "knees"}]
        both = Asked(None, SimpleNamespace(topics=topics), "text")
        one = Asked(None, SimpleNamespace(topics=topics[1:]), "text")
        self.assertEqual(misspelt_topics(both, self.frequencies, 1)[1], misspelt_topics(one, self.frequencies, 1)[0])

    def test_frequencies_count_lines_and_words_are_letters(self):
        lines = [{"title": "Knee pain", "text": "Pain, L4-L5.", "metadata": {"heading": "PAIN"}}, {"text": "a knee"}]
        counted = document_frequencies(SimpleNamespace(lines=lambda: lines))
        self.assertEqual(counted, {"knee": 2, "pain": 1, "l": 1, "a": 1})

    def test_fields_are_joined_by_blanks(self):
        asked = Asked(None, None, "subject,message")
        self.assertEqual(asked.words({"subject": "gout", "message": "what to eat", "text": "no"}), "gout what to eat")


class Swaps(unittest.TestCase):
    def read(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "swaps.tsv"
            path.write_text(text, encoding="utf-8")
            return read_swaps(path)

    def test_the_lay_word_is_swapped_where_it_is_a_word(self):
        swaps = self.read("# a comment\n\nIs a Cold worse than scolding cold?\tcold\tcoryza\n")
        self.assertEqual([(swap.lay, swap.clinical) for swap in swaps],
                         [("Is a Cold worse than scolding cold?", "Is a coryza worse than scolding coryza?")])

    def test_a_line_that_cannot_be_asked_is_named(self):
        for text, reason in [("how\tlay\n", ":1: not question"), ("# c\nhow\tlay\tclinical\n", ":2: \"lay\" is not"),
                             ("how lay\tlay\t \n", ":1: not question"), ("", "no questions")]:
            with self.assertRaisesRegex(Wrong, reason):
                self.read(text)

    def test_no_hits_are_a_first_hit_of_their_own(self):
        self.assertEqual(first_passage({"hits": []}), "nothing")
        self.assertEqual(first_passage({"hits": [{"passage": {"id": "a#1"}}]}), "a#1")


class Digest(unittest.TestCase):
    def test_a_folder_is_another_when_a_file_in_it_changes_or_is_renamed(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "a").write_text("text", encoding="utf-8")
            seen = {digest(folder)}
            (folder / "a").write_text("other", encoding="utf-8")
            seen.add(digest(folder))
            (folder / "a").rename(folder / "b")
            seen.add(digest(folder))
            self.assertEqual(len(seen), 3)
            self.assertNotEqual(digest(folder / "b"), digest(folder))


if __name__ == "__main__":
    unittest.main()

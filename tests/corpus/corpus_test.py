"""The sample corpus and its judged questions, checked: links, front matter, copies, bylines, questions, grades.

    corpus_test.py [palpate-index]

With the program's path, the headings that it finds are compared with those that sections.py finds."""
import collections
import html
import itertools
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from sections import BACK_MATTER, LEAD, front_matter_and_body, headings, section_of, slug  # noqa: E402

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
ARTICLES = {path.name: path for path in sorted((CORPUS / "articles").iterdir())}
TEXTS = {name: path.read_text(encoding="utf-8") for name, path in ARTICLES.items()}
SECTIONS = {name: {slug(heading) for heading in headings(path)} | {LEAD} for name, path in ARTICLES.items()}
SYNDICATED = {"stretching-before-exercise.md", "partner-site-stretching-before-exercise.html"}
KINDS = {"keywords", "question", "lay", "typo", "abbreviation", "message", "unanswered"}
PROGRAM = None


def questions():
    lines = (CORPUS / "judgments/queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def table(name):
    rows = (CORPUS / "judgments" / name).read_text(encoding="utf-8").splitlines()
    return rows[0].split("\t"), [row.split("\t") for row in rows[1:]]


def words(name):
    text = front_matter_and_body(TEXTS[name])[1]
    text = re.sub(r"(?is)<(script|style|nav|footer|header|aside)\b.*?</\1>|<[^>]+>", " ", text)
    return re.findall(r"\w+", html.unescape(text).lower())


def shingles(name, length=8):
    found = words(name)
    return {tuple(found[start:start + length]) for start in range(len(found) - length + 1)}


class Articles(unittest.TestCase):
    def test_there_are_at_least_sixty(self):
        self.assertGreaterEqual(len(ARTICLES), 60)

    def test_links_between_articles_resolve(self):
        stems = {path.stem for path in ARTICLES.values()}
        for name, text in TEXTS.items():
            for target in re.findall(r"clinic\.example/articles/([\w-]+)", text):
                self.assertIn(target, stems, name)
            relative = re.findall(r"\]\((?!https?:|mailto:|#)([^)\s#]+)", text) if name.endswith(".md") else []
            for target in relative:
                self.assertIn(Path(target).stem, stems, name)

    def test_front_matter_is_complete(self):
        for name, text in TEXTS.items():
            if not name.endswith(".md"):
                continue
            front = front_matter_and_body(text)[0]
            for key in ("title", "authors", "date", "updated", "url", "source", "language", "tags"):
                self.assertRegex(front, rf"(?m)^{key}:", f"{name}: {key}")
            self.assertRegex(front, rf"(?m)^url: .*/{re.escape(Path(name).stem)}$", name)
            dates = dict(re.findall(r"(?m)^(date|updated): *([\d-]{10})\s*(?:#.*)?$", front))
            self.assertLessEqual(dates["date"], dates["updated"], name)

    def test_every_byline_is_the_sample_corpus(self):
        for name, text in TEXTS.items():
            front = front_matter_and_body(text)[0]
            named = re.search(r"(?m)^authors: *(\[.*\]|(?:\n +- .*)+)", front)
            bylines = re.findall(r"[^\[\],\n]+", named[1].replace(" - ", "\n")) if named else []
            bylines += re.findall(r'(?i)<meta name="(?:author|dc\.creator|dcterms\.creator)" content="([^"]*)"', text)
            bylines += re.findall(r'(?i)"author"\s*:\s*\{[^}]*"name"\s*:\s*"([^"]*)"', text)
            if name.endswith(".txt"):
                bylines += re.findall(r"(?m)^- (.*)$", "\n".join(text.splitlines()[:6]))
                bylines += re.findall(r"(?mi)^(?:written |posted )?by (.{3,40})$", "\n".join(text.splitlines()[:12]))
                bylines = [byline for byline in bylines if not re.search(r"\d", byline)]  # dates, reading times
            for byline in filter(None, (byline.strip(" \"'-") for byline in bylines)):
                self.assertEqual(byline.lower(), "palpate sample corpus", name)

    def test_no_article_is_nearly_another_but_the_syndicated_pair(self):
        found = {name: shingles(name) for name in ARTICLES}
        for one, other in itertools.combinations(found, 2):
            common = len(found[one] & found[other]) / min(len(found[one]), len(found[other]))
            if {one, other} == SYNDICATED:
                self.assertGreater(common, 0.5)
            else:
                self.assertLess(common, 0.1, f"{one} and {other}")

    def test_the_program_sees_the_judged_headings(self):
        if not PROGRAM:
            self.skipTest("no palpate-index given")
        judged = collections.defaultdict(set)
        for _, section, _ in table("qrels-sections.tsv")[1]:
            judged[section.split("#")[0]].add(section.split("#")[1])
        for name, path in ARTICLES.items():
            shown = json.loads(subprocess.run([PROGRAM, "--show", "--json", str(path)], check=True,
                                              capture_output=True, encoding="utf-8").stdout)
            seen = {section_of(section["heading"], SECTIONS[name]) for section in shown["sections"]}
            self.assertLessEqual(judged[name], seen | {slug(h) for s in shown["sections"] for h in s["heading"]}, name)


class Questions(unittest.TestCase):
    def test_each_has_an_id_of_its_own_a_set_a_kind_and_a_language(self):
        asked = questions()
        self.assertEqual(len({question["_id"] for question in asked}), len(asked))
        for question in asked:
            self.assertTrue(question["text"].strip(), question)
            self.assertIn(question["metadata"]["set"], {"tune", "check"}, question)
            self.assertIn(question["metadata"]["kind"], KINDS, question)
            self.assertIn(question["metadata"]["language"], {"en", "es", "de"}, question)

    def test_there_are_enough_of_each(self):
        asked = [question["metadata"] for question in questions()]
        self.assertGreaterEqual(len(asked), 100)
        self.assertGreaterEqual(sum(one["kind"] == "unanswered" for one in asked), 12)
        self.assertGreaterEqual(sum(one["language"] == "es" for one in asked), 8)
        self.assertGreaterEqual(sum(one["language"] == "de" for one in asked), 8)
        for kind in KINDS:
            sets = collections.Counter(one["set"] for one in asked if one["kind"] == kind)
            self.assertLessEqual(abs(sets["tune"] - sets["check"]), 1, kind)


class Grades(unittest.TestCase):
    def setUp(self):
        self.header, self.documents = table("qrels.tsv")
        section_header, self.sections = table("qrels-sections.tsv")
        self.assertEqual(self.header, ["query-id", "corpus-id", "score"])
        self.assertEqual(section_header, self.header)

    def test_each_is_of_a_question_and_an_article_or_a_heading_of_it(self):
        asked = {question["_id"] for question in questions()}
        for question, document, grade in self.documents:
            self.assertIn(question, asked)
            self.assertIn(document, ARTICLES)
            self.assertIn(grade, {"0", "1", "2", "3"})
        for question, section, grade in self.sections:
            document, heading = section.split("#")
            self.assertIn(question, asked)
            self.assertIn(heading, SECTIONS[document], section)
            self.assertNotIn(heading, BACK_MATTER, section)
            self.assertIn(grade, {"0", "1", "2", "3"})

    def test_nothing_is_graded_twice(self):
        for rows in (self.documents, self.sections):
            self.assertEqual(len({(question, judged) for question, judged, _ in rows}), len(rows))

    def test_an_article_has_at_least_the_grade_of_its_best_section(self):
        best = collections.defaultdict(int)
        for question, section, grade in self.sections:
            key = question, section.split("#")[0]
            best[key] = max(best[key], int(grade))
        graded = {(question, document): int(grade) for question, document, grade in self.documents}
        self.assertEqual(best.keys(), graded.keys())
        for key, grade in best.items():
            self.assertGreaterEqual(graded[key], grade, key)

    def test_what_nothing_answers_has_no_grade_and_all_else_an_answer(self):
        for question in questions():
            grades = [int(grade) for asked, _, grade in self.sections if asked == question["_id"]]
            if question["metadata"]["kind"] == "unanswered":
                self.assertEqual(max(grades, default=0), 0, question)
            else:
                self.assertGreaterEqual(max(grades), 2, question)


class Swaps(unittest.TestCase):
    def test_each_question_holds_its_lay_word(self):
        header, rows = table("swaps.tsv")
        self.assertEqual(header, ["question", "lay", "clinical"])
        self.assertEqual(len(rows), 30)
        for question, lay, clinical in rows:
            self.assertIn(lay, question)
            self.assertNotIn(clinical, question)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop() if len(sys.argv) > 1 and Path(sys.argv[-1]).is_file() else None
    unittest.main()

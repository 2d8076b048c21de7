"""relevance_floor.py PALPATE_INDEX PALPATE_QUERY: ranking must not fall below what it was on our own questions.

Indexes corpus/articles and asks the questions of corpus/judgments. On the "check" half it measures the order of
documents, and of sections (the heading that each passage shown stands under). On all it counts how often an
answer says "nothing here is about …" as it should, where nothing answers, and as it should not. Fails when a
figure is beyond its floor. Floors stand a little off what was measured, so that a harmless change passes. Raise
them when ranking gets better; never lower one to let a change in without saying so in CHANGELOG.md.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))
from score import read_qrels, read_run, score  # noqa: E402
from sections import headings, section_of, slug  # noqa: E402

DOCUMENT_FLOORS = {"nDCG@10": 0.84, "MRR@10": 0.91}
SECTION_FLOORS = {"nDCG@10": 0.57, "MRR@10": 0.69}
LEAST_SAID = 0.8  # of the questions that nothing answers
MOST_WRONGLY_SAID = 0.11  # of those that something answers
JUDGMENTS = ROOT / "corpus" / "judgments"
ARTICLES = ROOT / "corpus" / "articles"


def questions():
    return [json.loads(line) for line in (JUDGMENTS / "queries.jsonl").read_text(encoding="utf-8").splitlines()]


def ask(palpate_index, palpate_query, asked):
    """The run of documents, and the answers as JSON by question."""
    with tempfile.TemporaryDirectory(prefix="palpate-floor-") as folder:
        database, topics, run = (Path(folder) / name for name in ("palpate.db", "topics.jsonl", "answers.run"))
        topics.write_text("".join(json.dumps(question) + "\n" for question in asked), encoding="utf-8")
        subprocess.run([palpate_index, "--quiet", "--db", database, ARTICLES], check=True)
        query = [palpate_query, "--db", database, "--topics", topics]
        subprocess.run([*query, "--run", run], check=True)
        answers = subprocess.run([*query, "--json", "-n", "10", "--per-article", "0"], check=True, text=True,
                                 stdout=subprocess.PIPE).stdout.splitlines()
        return read_run(run), {answer["id"]: answer for answer in map(json.loads, answers)}


def sections_of(answer, slugs):
    """DOCUMENT#section of each hit, each once, best first."""
    return list(dict.fromkeys(f"{hit['document']}#{section_of(hit['heading'], slugs[hit['document']])}"
                              for hit in answer["hits"]))


def only(judged, ids):
    return {question: grades for question, grades in judged.items() if question in ids}


def report(name, value, floor, at_least=True):
    good = value >= floor if at_least else value <= floor
    print(f"{name} {value:.4f}, {'floor' if at_least else 'ceiling'} {floor}{'' if good else ' - FALLEN'}")
    return good


def main():
    asked = questions()
    run, answers = ask(*sys.argv[1:3], asked)
    check = {question["_id"] for question in asked if question["metadata"]["set"] == "check"}
    documents, sections = (read_qrels(JUDGMENTS / name) for name in ("qrels.tsv", "qrels-sections.tsv"))
    slugs = {path.name: {slug(heading) for heading in headings(path)} for path in ARTICLES.iterdir()}
    by_section = {question: sections_of(answer, slugs) for question, answer in answers.items()}
    means = score(only(documents, check), run)
    section_means = score(only(sections, check), by_section)

    answered = {question for question, grades in documents.items() if max(grades.values()) > 0}
    says_nothing = {question for question, answer in answers.items() if answer.get("closest") or not answer["hits"]}
    unanswered = {question["_id"] for question in asked} - answered
    good = [report(f"documents {name}", means[name], floor) for name, floor in DOCUMENT_FLOORS.items()]
    good += [report(f"sections {name}", section_means[name], floor) for name, floor in SECTION_FLOORS.items()]
    good.append(report("says that nothing is about it", len(says_nothing & unanswered) / len(unanswered), LEAST_SAID))
    good.append(report("says so wrongly", len(says_nothing & answered) / len(answered), MOST_WRONGLY_SAID, False))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())

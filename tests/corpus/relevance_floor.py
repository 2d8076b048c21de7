"""relevance_floor.py PALPATE_INDEX PALPATE_QUERY: ranking must not fall below what it was on our own questions.

Indexes corpus/articles, asks the "check" questions of corpus/judgments, and fails when a measure is under
its floor. Floors stand a little under what was measured, so that a harmless change passes. Raise them when
ranking gets better; never lower one to let a change in without saying so in CHANGELOG.md.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))
from score import read_qrels, read_run, score  # noqa: E402

FLOORS = {"nDCG@10": 0.82, "MRR@10": 0.88}
JUDGMENTS = ROOT / "corpus" / "judgments"


def check_questions():
    lines = (JUDGMENTS / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if json.loads(line)["metadata"]["set"] == "check"]


def measure(palpate_index, palpate_query):
    with tempfile.TemporaryDirectory(prefix="palpate-floor-") as folder:
        database, topics, run = (Path(folder) / name for name in ("palpate.db", "topics.jsonl", "answers.run"))
        questions = check_questions()
        topics.write_text("\n".join(questions) + "\n", encoding="utf-8")
        subprocess.run([palpate_index, "--quiet", "--db", database, ROOT / "corpus" / "articles"], check=True)
        subprocess.run([palpate_query, "--db", database, "--topics", topics, "--run", run], check=True)
        asked = {json.loads(line)["_id"] for line in questions}
        judged = {question: grades for question, grades in read_qrels(JUDGMENTS / "qrels.tsv").items()
                  if question in asked}
        return score(judged, read_run(run))


def main():
    means = measure(*sys.argv[1:3])
    fallen = [name for name, floor in FLOORS.items() if means[name] < floor]
    for name, floor in FLOORS.items():
        print(f"{name} {means[name]:.4f}, floor {floor}{' - FALLEN' if name in fallen else ''}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())

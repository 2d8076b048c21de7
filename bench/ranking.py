"""Asking palpate-query a collection's questions, with the weights of its ranking as they are or changed."""
import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from measure import Wrong, remove, run_timed
from score import by_question, means, read_qrels, read_run


@dataclass
class WeightLine:
    """A line of `palpate-query --weights`."""
    name: str
    value: float
    unit: str
    meaning: str


class Ranking:
    """palpate's programs, and the indexes that they made."""

    def __init__(self, build, cache):
        self.query, self.indexer, self.cache = build / "palpate-query", build / "palpate-index", cache
        cache.mkdir(parents=True, exist_ok=True)

    def version(self):
        return run_timed([str(self.query), "--version"])[1].strip()

    def weights(self):
        lines = run_timed([str(self.query), "--weights"])[1].splitlines()
        return [WeightLine(name, float(value), unit, meaning)
                for name, value, unit, meaning in (line.split("\t") for line in lines)]

    def index(self, name, source):
        """The index of a file or folder; made anew when it, or the program, is another than last time."""
        db, made = self.cache / f"{name}.db", self.cache / f"{name}.made-by.json"
        recipe = json.dumps([digest(self.indexer), digest(source)])
        if not (db.exists() and made.exists() and made.read_text(encoding="utf-8") == recipe):
            remove(db)
            run_timed([str(self.indexer), "--quiet", "--db", str(db), str(source)])
            made.write_text(recipe, encoding="utf-8")
        return db

    def answers(self, db, topics):
        """What `--json` prints for each of the topics, one hit each, by the topic's id."""
        with tempfile.TemporaryDirectory() as folder:
            asked = write_topics(Path(folder) / "topics.jsonl", topics)
            _, printed = run_timed([str(self.query), "--db", str(db), "--topics", str(asked), "--json", "-n", "1"])
        return {answer["id"]: answer for answer in map(json.loads, printed.splitlines())}

    def run(self, db, topics, fields, weights):
        """{question: [document, best first]}; topics: a file in the form of queries.jsonl"""
        with tempfile.TemporaryDirectory() as folder:
            run = Path(folder) / "answers.run"
            changed = [part for name, value in weights.items() for part in ("--weight", f"{name}={value}")]
            run_timed([str(self.query), "--db", str(db), "--topics", str(topics), "--topics-field", fields,
                       "--run", str(run), *changed])
            return read_run(run)


@dataclass
class Asked:
    """A collection and the fields of its questions that are asked, joined by blanks."""
    ranking: Ranking
    collection: object
    fields: str  # "text", or "subject,message"

    @property
    def name(self):
        return self.collection.folder.resolve().name

    @property
    def label(self):
        return self.name if self.fields == "text" else f"{self.name} ({self.fields})"

    def db(self):
        return self.ranking.index(self.name, self.collection.corpus)

    def words(self, topic):
        """A question as palpate-query puts it together."""
        return " ".join(topic[field] for field in self.fields.split(",") if field in topic)

    def figures(self, weights=None):
        """{question: {measure: figure}}"""
        return self.scored(self.ranking.run(self.db(), self.collection.queries, self.fields, weights or {}))

    def figures_of(self, topics):
        """The same of questions that were put otherwise: [{"_id", "text"}]"""
        with tempfile.TemporaryDirectory() as folder:
            asked = write_topics(Path(folder) / "topics.jsonl", topics)
            return self.scored(self.ranking.run(self.db(), asked, "text", {}))

    def means(self, weights=None):
        return means(self.figures(weights))

    def scored(self, run):
        if not run:
            raise Wrong(f"palpate-query answers no question of {self.label}")
        return by_question(read_qrels(self.collection.qrels), run)


def write_topics(path, topics):
    path.write_text("".join(json.dumps(topic, ensure_ascii=False) + "\n" for topic in topics), encoding="utf-8")
    return path


def digest(path):
    """Of a file's bytes, or of a folder's files by name."""
    found = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            found.update(hashlib.sha256(str(file.relative_to(path)).encode() + b"\0" + file.read_bytes()).digest())
    return found.hexdigest()

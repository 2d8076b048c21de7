"""A judged collection in the BEIR form: corpus.jsonl[.gz], queries.jsonl, qrels.tsv in one folder."""
import gzip
import json
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KNOWN_ITEMS = 20
PASSAGE_WORDS = 120


@dataclass
class KnownItem:
    """A question that only documents of one title can answer best, since it is that title."""
    question: str
    title: str
    documents: set  # ids of the documents with that title


def shared_collection(name):
    """The folder that a collection has beside this repository, whether or not it is there."""
    return Path(os.environ.get("PALPATE_SHARED", ROOT.parent / "shared")) / "collections" / name


def words_of(text):
    return re.findall(r"\w+", text.lower())


class Collection:
    def __init__(self, folder):
        self.folder = Path(folder)
        packed = self.folder / "corpus.jsonl.gz"
        self.corpus = packed if packed.exists() else self.folder / "corpus.jsonl"
        self.queries = self.folder / "queries.jsonl"
        self.qrels = self.folder / "qrels.tsv"
        for path in (self.corpus, self.queries, self.qrels):
            if not path.exists():
                raise SystemExit(f"bench: {self.folder} is no BEIR collection: it has no {path.name}")
        self.ids, self.text_bytes, self.titles = [], 0, {}
        for line in self.lines():
            heading = (line.get("metadata") or {}).get("heading") or ""
            title = line.get("title") or ""
            self.ids.append(line["_id"])
            self.text_bytes += sum(len(part.encode()) for part in (title, heading, line["text"]))
            self.titles.setdefault(title, set()).add(line["_id"])
        self.topics = [json.loads(line)
                       for line in filter(str.strip, self.queries.read_text(encoding="utf-8").split("\n"))]
        self.questions = {topic["_id"]: topic["text"] for topic in self.topics}  # id -> words as they were asked

    def lines(self):
        opened = gzip.open if self.corpus.suffix == ".gz" else open
        with opened(self.corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)

    def known_items(self):
        """Titles of two words or more, one of which is in no other title; spread over the collection."""
        in_titles = Counter(word for title in self.titles for word in set(words_of(title)))
        telling = [title for title in self.titles
                   if len(words_of(title)) > 1
                   and any(in_titles[word] == 1 and len(word) > 4 for word in words_of(title))]
        if len(telling) < KNOWN_ITEMS:
            raise SystemExit(f"bench: {self.folder} has too few telling titles to check answers with")
        spread = telling[::len(telling) // KNOWN_ITEMS][:KNOWN_ITEMS]
        return [KnownItem(" ".join(words_of(title)), title, self.titles[title]) for title in spread]

    def write_passages(self, path):
        """The same texts, a line a passage of at most about PASSAGE_WORDS words. Gives their number."""
        number = 0
        with open(path, "w", encoding="utf-8") as out:
            for line in self.lines():
                for nth, text in enumerate(passages_of(line["text"])):
                    passage = dict(line, _id=f"{line['_id']}.{nth}", text=text)
                    out.write(json.dumps(passage, ensure_ascii=False) + "\n")
                    number += 1
        return number


class OwnQuestions:
    """Our own judged questions, on our own articles: a collection that is files of its kinds, and not lines."""

    def __init__(self, root=ROOT):
        self.folder = root / "corpus" / "judgments"
        self.corpus = root / "corpus" / "articles"
        self.queries = self.folder / "queries.jsonl"
        self.qrels = self.folder / "qrels.tsv"
        self.topics = [json.loads(line) for line in self.queries.read_text(encoding="utf-8").splitlines()]


def passages_of(text):
    """Whole sentences by a plain rule: the bench needs passages of one size, not the best ones."""
    passage, size = [], 0
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", text):
        length = len(sentence.split())
        if passage and size + length > PASSAGE_WORDS:
            yield " ".join(passage)
            passage, size = [], 0
        if length:
            passage.append(sentence)
            size += length
    if passage:
        yield " ".join(passage)

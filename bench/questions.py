"""Asking every program the same questions: how long it takes, and how good the answers are.

A question is timed in a running program on one core, from its words to its first hits with their texts;
the programs take turns. The answers are checked and scored in runs of their own, which nobody times: a
program that answers a question a second time finds everything in its caches.
"""
import json
from statistics import median

from measure import Wrong, percentile, run_timed
from score import read_qrels, read_run, score

SHOWN, SCORED = 10, 100  # hits a question when it is timed, and when it is scored
PERCENTILES = {"p50": 50, "p95": 95, "p99": 99}


class AskedPrograms:
    """The programs in every way of asking them, with their indexes."""

    def __init__(self, programs, database, collection, work):
        self.ways = [(program, variant) for program in programs for variant in program.variants]
        self.database, self.collection, self.work = database, collection, work

    def run(self, program, variant, topics, count):
        run = self.work / "answers.run"
        run_timed(program.search(self.database(program), topics, run, count, variant))
        return read_run(run)

    def microseconds(self, program, variant):
        """A figure a question, in their order."""
        timings = self.work / "answers.timings"
        timings.unlink(missing_ok=True)
        run_timed(program.timed_search(self.database(program), self.collection.queries, timings, SHOWN, variant))
        figures = [float(line) for line in timings.read_text(encoding="utf-8").split()]
        if len(figures) != len(self.collection.questions):
            raise Wrong(f"{program.name} wrote {len(figures)} timings for {len(self.collection.questions)} questions")
        return figures

    def check_known_items(self, program, variant):
        items = self.collection.known_items()
        topics = self.work / "known-items.jsonl"
        topics.write_text("".join(json.dumps({"_id": str(nth), "text": item.question}) + "\n"
                                  for nth, item in enumerate(items)), encoding="utf-8")
        run = self.run(program, variant, topics, SHOWN)
        for nth, item in enumerate(items):
            top = run.get(str(nth), [None])[0]
            if top not in item.documents:
                raise Wrong(f"{program.name}, asked \"{item.question}\", puts {top} first, not {item.title}")

    def scores(self, program, variant):
        run = self.run(program, variant, self.collection.queries, SCORED)
        check_run(program, run, self.collection)
        return score(read_qrels(self.collection.qrels), run)

    def time(self, rounds):
        """{(program name, variant): milliseconds of each question, the median over the rounds}"""
        taken = {(program.name, variant): [] for program, variant in self.ways}
        for _ in range(rounds):
            for program, variant in self.ways:
                taken[program.name, variant].append(self.microseconds(program, variant))
        return {way: [median(same) / 1000 for same in zip(*figures)] for way, figures in taken.items()}


def check_run(program, run, collection):
    if missing := collection.questions.keys() - run.keys():
        raise Wrong(f"{program.name} has no answer to {len(missing)} questions, such as {min(missing)}")
    unknown = {document for documents in run.values() for document in documents} - set(collection.ids)
    if unknown:
        raise Wrong(f"{program.name} answers with documents that do not exist, such as {min(unknown)}")


def with_ratios(milliseconds):
    """{way: {"p50": ms, …, "p50 ratio": to the first way's, …}}; milliseconds: {way: one a question}"""
    figures = {way: {name: percentile(each, percent) for name, percent in PERCENTILES.items()}
               for way, each in milliseconds.items()}
    first = dict(next(iter(figures.values())))
    for found in figures.values():
        found.update({f"{name} ratio": found[name] / first[name] for name in PERCENTILES})
    return figures


def measure_questions(asked, rounds):
    """{(program name, variant): {"p50": ms, …, "p99 ratio": to the manual's, measure: score, …}}"""
    for program, variant in asked.ways:
        asked.check_known_items(program, variant)
    scores = {(program.name, variant): asked.scores(program, variant) for program, variant in asked.ways}
    return {way: found | scores[way] for way, found in with_ratios(asked.time(rounds)).items()}

#!/usr/bin/env -S python3 -B
"""score.py QRELS RUN [--relevant GRADE]: how good a TREC run is, by the judgments of a BEIR qrels file.

Prints nDCG@10, MAP@10, MRR@10, P@1 and R@100, each a mean over the questions that it can be asked of:
nDCG over those with any positive grade, the others over those with a relevant document. A question
that the run lacks scores 0. Relevant is a grade of 2 or more where grades go beyond 1, else 1.
"""
import argparse
import math
from collections import defaultdict
from statistics import fmean

DEPTH = 10
RECALL_DEPTH = 100
MEASURES = ("nDCG@10", "MAP@10", "MRR@10", "P@1", "R@100")


def read_qrels(path):
    """{question: {document: grade}} of "question<TAB>document<TAB>grade" lines under a heading."""
    judged = defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        next(lines, None)
        for line in lines:
            if line.strip():
                question, document, grade = line.rstrip("\r\n").split("\t")
                judged[question][document] = int(grade)
    return dict(judged)


def read_run(path):
    """{question: [document, best first]} of "question Q0 document rank score tag" lines."""
    ranked = defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            question, _, document, rank, _, _ = line.split()
            ranked[question].append((int(rank), document))
    # A document that is listed twice counts where it stands first.
    return {question: list(dict.fromkeys(document for _, document in sorted(pairs)))
            for question, pairs in ranked.items()}


def relevant_from(qrels):
    """The lowest grade that counts as relevant."""
    highest = max((grade for grades in qrels.values() for grade in grades.values()), default=1)
    return 2 if highest > 1 else 1


def discounted_gain(grades):
    return sum(max(grade, 0) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def ndcg(grades, documents):
    """Linear gain, log2 discount; the ideal order is of all judged documents."""
    ideal = discounted_gain(sorted(grades.values(), reverse=True)[:DEPTH])
    found = discounted_gain(grades.get(document, 0) for document in documents[:DEPTH])
    return found / ideal if ideal else None


def of_relevant(relevant, documents):
    """The measures that know only relevant or not, for a question that has something relevant."""
    ranks = [rank for rank, document in enumerate(documents[:DEPTH], start=1) if document in relevant]
    precisions = [nth / rank for nth, rank in enumerate(ranks, start=1)]
    return {
        "MAP@10": sum(precisions) / min(len(relevant), DEPTH),
        "MRR@10": 1 / ranks[0] if ranks else 0.0,
        "P@1": float(ranks[:1] == [1]),
        "R@100": len(relevant & set(documents[:RECALL_DEPTH])) / len(relevant),
    }


def by_question(qrels, run, relevant_grade=None):
    """{question: {measure: figure}}; a question has only the measures that it can be asked of."""
    threshold = relevant_grade or relevant_from(qrels)
    figures = {}
    for question, grades in qrels.items():
        documents = run.get(question, [])
        gain = ndcg(grades, documents)
        relevant = {document for document, grade in grades.items() if grade >= threshold}
        figures[question] = {**({} if gain is None else {MEASURES[0]: gain}),
                             **(of_relevant(relevant, documents) if relevant else {})}
    return figures


def means(figures):
    """{measure: mean over the questions that have it} of what by_question gives"""
    by_measure = {measure: [found[measure] for found in figures.values() if measure in found] for measure in MEASURES}
    return {measure: fmean(values) for measure, values in by_measure.items() if values}


def score(qrels, run, relevant_grade=None):
    """{measure: mean over the questions it can be asked of}"""
    return means(by_question(qrels, run, relevant_grade))


def main():
    parser = argparse.ArgumentParser(description="Scores a TREC run against BEIR judgments.")
    parser.add_argument("qrels")
    parser.add_argument("run")
    parser.add_argument("--relevant", type=int, metavar="GRADE", help="lowest relevant grade")
    options = parser.parse_args()
    for measure, figure in score(read_qrels(options.qrels), read_run(options.run), options.relevant).items():
        print(f"{measure}\t{figure:.4f}")


if __name__ == "__main__":
    main()

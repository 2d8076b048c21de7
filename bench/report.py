"""What was measured, as a table for people and as raw figures for keeping."""
import sys
from dataclasses import dataclass
from statistics import median

from collection import Collection
from measure import machine

HEADER = ("| program | index s | ratio to manual | size/text | query p50 ms | p95 ms | p99 ms | p50 ratio | p99 ratio "
          "| nDCG@10 | MRR@10 |\n|---|" + "---:|" * 10)


@dataclass
class Figures:
    collection: Collection
    programs: list  # the manual's first: ratios are to it
    index_seconds: dict  # program name -> each time
    index_bytes: dict  # program name -> size on disk
    questions: dict  # see questions.py
    cold: dict  # see cold_start.py


def label(program, variant):
    return ", ".join(filter(None, (program, variant)))


def ratio_to_manual(figures, program):
    """The median over rounds: within a round the programs ran one right after the other."""
    manual = figures.index_seconds[figures.programs[0].name]
    return median(ours / theirs for ours, theirs in zip(figures.index_seconds[program], manual))


def table(figures):
    rows = [HEADER]
    for (program, variant), asked in figures.questions.items():
        seconds = median(figures.index_seconds[program])
        size = figures.index_bytes[program] / figures.collection.text_bytes
        rows.append(f"| {label(program, variant)} | {seconds:.2f} | {ratio_to_manual(figures, program):.2f} | {size:.2f} | "
                    f"{asked['p50']:.2f} | {asked['p95']:.2f} | {asked['p99']:.2f} | {asked['p50 ratio']:.2f} | "
                    f"{asked['p99 ratio']:.2f} | {asked['nDCG@10']:.4f} | {asked['MRR@10']:.4f} |")
    return "\n".join(rows)


def summary(figures, times, question_times):
    collection, cold = figures.collection, figures.cold
    took = ", ".join(f"{name} {cold[name] * 1000:.1f} ms" for name in ("quest", "palpate-query") if name in cold)
    ratio = f", ratio {cold['ratio']:.2f}" if "ratio" in cold else ""
    return (f"{collection.folder.name}: {len(collection.ids)} documents, {collection.text_bytes / 1e6:.1f} MB of text, "
            f"{len(collection.questions)} questions; medians of {times} indexings, "
            f"{question_times} rounds of the questions on one core.\n"
            f"Cold start over {cold['passages']} passages: {took}{ratio}.\n{machine()}")


def raw(figures):
    megabytes = figures.collection.text_bytes / 1e6
    return {
        "machine": machine(),
        "options": sys.argv[1:],
        "collection": figures.collection.folder.name,
        "documents": len(figures.collection.ids),
        "text_bytes": figures.collection.text_bytes,
        "index_seconds": figures.index_seconds,
        "index_mb_per_second": {name: megabytes / median(seconds)
                                for name, seconds in figures.index_seconds.items()},
        "index_bytes": figures.index_bytes,
        "questions": {label(*asked): found for asked, found in figures.questions.items()},
        "cold_start": figures.cold,
    }

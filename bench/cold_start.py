"""A cold start: from starting the program on one question to its exit, beside Xapian's own quest.

The collection's texts are cut into passages of one size beforehand, a line each, and both indexes are
made of these lines, so that both answer from the same passages. "Cold" is the process: the index files
are in the system's cache for both.
"""
import json
import subprocess
from statistics import median

from collection import words_of
from measure import Wrong, remove, run_timed

HITS = "10"


def commands(build, dbs):
    """{name: question -> argv}, for those whose index was made."""
    all_commands = {
        "quest": lambda question: ["quest", f"--db={dbs['quest']}", f"--msize={HITS}", question],
        "palpate-query": lambda question: [str(build / "palpate-query"), "--db", str(dbs["palpate-query"]),
                                           "-n", HITS, question],
    }
    return {name: argv for name, argv in all_commands.items() if name in dbs}


def make_indexes(programs, collection, work):
    passages = work / "passages.jsonl"
    number = collection.write_passages(passages)
    dbs = {}
    for name, program in programs.items():
        dbs[name] = work / f"cold-{name}.db"
        remove(dbs[name])
        _, printed = run_timed(program.index(dbs[name], passages))
        if (indexed := program.documents(dbs[name], printed)) != number:
            raise Wrong(f"{program.name} indexed {indexed} of {number} passages")
    return dbs, number


def check_quest(printed, item, texts):
    """Its hits are printed with their data, which is the passage's text."""
    if not any(text[:60] in printed for text in texts):
        raise Wrong(f"quest, asked \"{item.question}\", shows no passage of {item.title}")


def check_palpate(argv, item):
    hits = json.loads(subprocess.run([*argv, "--json"], check=True, capture_output=True, text=True).stdout)["hits"]
    if not any(hit["document"].rsplit(".", 1)[0] in item.documents for hit in hits):
        raise Wrong(f"palpate-query, asked \"{item.question}\", shows no passage of {item.title}")


def check_answers(by_name, items, collection):
    wanted = set().union(*(item.documents for item in items))
    texts = {line["_id"]: line["text"].strip() for line in collection.lines() if line["_id"] in wanted}
    for item in items:
        _, printed = run_timed(by_name["quest"](item.question))
        first_words = [" ".join(texts[document].split("\n")[0].split()) for document in item.documents]
        check_quest(" ".join(printed.split()), item, first_words)
        if "palpate-query" in by_name:
            check_palpate(by_name["palpate-query"](item.question), item)


def measure_cold_start(build, programs, collection, work, times):
    """{"passages": N, "quest": median seconds, "palpate-query": …, "ratio": …}; programs: by command."""
    dbs, number = make_indexes(programs, collection, work)
    by_name = commands(build, dbs)
    check_answers(by_name, collection.known_items(), collection)
    # Plain words, so that neither program's syntax comes into it.
    questions = [" ".join(words_of(text)) for text in collection.questions.values()]
    seconds = {name: [] for name in by_name}
    for nth in range(times):
        question = questions[nth % len(questions)]
        for name, argv in by_name.items():
            seconds[name].append(run_timed(argv(question))[0])
    figures = {name: median(taken) for name, taken in seconds.items()}
    if "palpate-query" in figures:
        figures["ratio"] = figures["palpate-query"] / figures["quest"]
    return {"passages": number, **figures}

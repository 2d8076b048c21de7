"""What one misspelt letter costs: in the rarest word of each question, as people mistype."""
import random
import re
import string
from collections import Counter
from statistics import fmean

from score import MEASURES, means

SEEDS = (1, 2, 3)
SHORTEST = 5  # letters
LETTER_RUNS = re.compile(r"[^\W\d_]+")


def document_frequencies(collection):
    """{word: lines of the corpus that have it}; words are runs of letters in lower case."""
    counted = Counter()
    for line in collection.lines():
        heading = (line.get("metadata") or {}).get("heading") or ""
        counted.update(set(LETTER_RUNS.findall(f"{line.get('title') or ''}\n{heading}\n{line['text']}".lower())))
    return counted


def rarest_word(question, frequencies):
    """The match of the rarest of its words that are long enough and that the corpus has; the first of equals.

    A word that no article has finds nothing, so that misspelling it would cost nothing.
    """
    words = [word for word in LETTER_RUNS.finditer(question)
             if len(word[0]) >= SHORTEST and frequencies.get(word[0].lower(), 0) > 0]
    return min(words, key=lambda word: frequencies[word[0].lower()], default=None)


def misspellings(word, chance):
    """{kind: word with one letter wrong, never the first}; a kind that would change nothing is left out."""
    at = chance.randrange(1, len(word))
    other = chance.choice([letter for letter in string.ascii_lowercase if letter != word[at].lower()])
    swaps = [nth for nth in range(1, len(word) - 1) if word[nth].lower() != word[nth + 1].lower()]
    found = {"replaced": word[:at] + other + word[at + 1:],
             "dropped": word[:at] + word[at + 1:],
             "doubled": word[:at] + word[at] + word[at:]}
    if swaps:
        nth = chance.choice(swaps)
        found["swapped"] = word[:nth] + word[nth + 1] + word[nth] + word[nth + 2:]
    return found


def misspelt(question, frequencies, chance):
    """The question with its rarest word misspelt; as it is when it has none."""
    word = rarest_word(question, frequencies)
    if word is None:
        return question
    typed = chance.choice(sorted(misspellings(word[0], chance).items()))[1]
    return question[:word.start()] + typed + question[word.end():]


def misspelt_topics(asked, frequencies, seed):
    """Each question has chances of its own, so that one more or less changes nothing in the others."""
    return [{"_id": topic["_id"],
             "text": misspelt(asked.words(topic), frequencies, random.Random(f"{seed} {topic['_id']}"))}
            for topic in asked.collection.topics]


def misspelling_report(asked):
    frequencies, measure = document_frequencies(asked.collection), MEASURES[0]
    whole = asked.figures()
    lines, losses = [f"{asked.label}: {measure} {means(whole)[measure]:.4f} as it was asked"], []
    for seed in SEEDS:
        topics = misspelt_topics(asked, frequencies, seed)
        found = asked.figures_of(topics)
        losses.append(means(whole)[measure] - means(found)[measure])
        lines.append(f"  misspelt, seed {seed}: {means(found)[measure]:.4f}, lost {losses[-1]:.4f}")
        lines += worst_questions(whole, found, {topic["_id"]: topic["text"] for topic in topics})
    return "\n".join([*lines, f"  lost on average: {fmean(losses):.4f}"])


def worst_questions(whole, found, words, number=5):
    lost = sorted(((figures[MEASURES[0]] - found[question][MEASURES[0]], question)
                   for question, figures in whole.items() if MEASURES[0] in figures), reverse=True)
    return [f"    {question} -{loss:.4f}: {words.get(question, '')[:90]}" for loss, question in lost[:number] if loss > 0]

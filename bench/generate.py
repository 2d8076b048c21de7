#!/usr/bin/env -S python3 -B
"""generate.py FOLDER [--documents N] [--seed S]: a judged collection that anyone can make again.

Writes corpus.jsonl, queries.jsonl and qrels.tsv in the BEIR form; the same arguments give the same bytes.
Its words mean nothing, but they fall as words do: ranks follow Zipf and Mandelbrot, the commonest are
English function words, the others are invented from syllables and inflected, so that stopwords and
stemming have work to do. An article is about a topic, whose words keep coming back in it (they are
bursty), and is several lines, one a heading. Each question looks for one line: its topic's words, its
heading, and rare words that it uses. That line is graded 3, the article's other lines 1.
"""
import argparse
import bisect
import itertools
import json
import random
from pathlib import Path

SEED = 20240229
VOCABULARY = 60_000  # stems
ZIPF_EXPONENT, MANDELBROT_SHIFT = 1.15, 2.7
TOPIC_WORDS = 24
TOPIC_SHARE = 0.22  # of the words, those that are drawn from the article's topic
ECHO_SHARE = 0.08  # of the words, those that repeat one of the last in the text
ECHO_MEMORY = 60
QUESTIONS = 200
MEDIAN_WORDS, LENGTH_SPREAD = 130, 0.8  # of a line's text, log-normal
LONGEST_TEXT = 4000

FUNCTION_WORDS = """the of and to in a is that for it as was with be by on not are this or from at which but
have an had they you were their one all we can her has there been if more when will would who so no out up
into than them only other some could these two may then do any my now over such our after also most before
must through where much should because each those between both during under while without again against""".split()
ONSETS = "b c d f g h l m n p r s t v br cl cr dr fl gl pl pr sp st str th tr ph".split()
VOWELS = "a e i o u a e i o ea io ou".split()
CODAS = ["", "", "", "n", "r", "l", "s", "m", "t", "x", "nd", "st"]
# The forms of a stem, the plain one thrice as likely; which of these a stem has follows from its rank.
SUFFIXES = [["", "", "", "s"], ["", "", "", "s"], ["", "", "", "s", "ed", "ing"], ["", "", "", "al", "ly"],
            ["", "", "", "ation"]]
HEADINGS = ["Overview", "Causes", "Symptoms", "Diagnosis", "Treatment", "Prevention", "Outlook", "Risks",
            "When to ask for help", "What to expect"]
QUESTION_FRAMES = ["what are the {} of {}", "{} in {}", "i was told about {} of {}, what does it mean",
                   "how is {} related to {}"]


class Vocabulary:
    """Stems by rank, the commonest first, drawn as often as their rank says."""

    def __init__(self, chance):
        self.stems = list(FUNCTION_WORDS)
        known = set(self.stems)
        while len(self.stems) < VOCABULARY:
            # Common words are short: the further down the ranks, the more syllables.
            syllables = 1 + (len(self.stems) > 400) + (chance.random() < 0.5) + (chance.random() < 0.2)
            stem = "".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))
            stem += chance.choice(CODAS)
            if stem not in known:
                known.add(stem)
                self.stems.append(stem)
        weights = ((rank + MANDELBROT_SHIFT) ** -ZIPF_EXPONENT for rank in range(1, VOCABULARY + 1))
        self.reach = list(itertools.accumulate(weights))

    def draw(self, chance):
        return bisect.bisect_left(self.reach, chance.random() * self.reach[-1])

    def is_function_word(self, rank):
        return rank < len(FUNCTION_WORDS)

    def topic(self, chance):
        """Ranks that an article comes back to: not too common, a few of them rare."""
        low, high = len(FUNCTION_WORDS) + 200, VOCABULARY - 1
        return [int(low * (high / low) ** (chance.random() ** 1.5)) for _ in range(TOPIC_WORDS)]


def inflected(vocabulary, rank, chance):
    stem = vocabulary.stems[rank]
    if vocabulary.is_function_word(rank):
        return stem
    return stem + chance.choice(SUFFIXES[rank % len(SUFFIXES)])


def ranks_of_text(vocabulary, topic, length, chance):
    ranks = []
    for _ in range(length):
        share = chance.random()
        if share < TOPIC_SHARE:
            # The first of a topic's words are the ones it is mostly about.
            ranks.append(topic[int(TOPIC_WORDS * chance.random() ** 2)])
        elif share < TOPIC_SHARE + ECHO_SHARE and ranks:
            ranks.append(chance.choice(ranks[-ECHO_MEMORY:]))
        else:
            ranks.append(vocabulary.draw(chance))
    return ranks


def sentences(vocabulary, ranks, chance):
    """Running text: capitals, commas, some doses and levels, a paragraph now and then."""
    text, at = [], 0
    while at < len(ranks):
        length = chance.randint(6, 24)
        words = [inflected(vocabulary, rank, chance) for rank in ranks[at:at + length]]
        at += length
        if len(words) > 10:
            words[len(words) // 2] += ","
        if chance.random() < 0.05:
            words.append(f"{chance.choice([5, 10, 20, 50, 100])} mg")
        if chance.random() < 0.02:
            words.append(f"L{chance.randint(1, 4)}-L5")
        words[0] = words[0].capitalize()
        text.append(" ".join(words) + ".")
        text.append("\n" if chance.random() < 0.15 else " ")
    return "".join(text).strip()


def article_lines(vocabulary, number, chance):
    """[(line, ranks of its text)] of one article"""
    topic = vocabulary.topic(chance)
    title = " ".join(vocabulary.stems[rank] for rank in topic[:chance.randint(2, 4)]).title()
    lines = []
    for nth, heading in enumerate(chance.sample(HEADINGS, chance.randint(1, 6))):
        length = int(min(max(chance.lognormvariate(0, LENGTH_SPREAD) * MEDIAN_WORDS, 15), LONGEST_TEXT))
        ranks = ranks_of_text(vocabulary, topic, length, chance)
        lines.append(({"_id": f"article{number:07}.{nth}", "title": title,
                       "text": sentences(vocabulary, ranks, chance),
                       "metadata": {"heading": heading, "article": f"article{number:07}"}}, ranks))
    return lines


def question_for(vocabulary, line, ranks, chance):
    rare = sorted({rank for rank in ranks if not vocabulary.is_function_word(rank)}, reverse=True)[:12]
    details = [vocabulary.stems[rank] for rank in chance.sample(rare, min(2, len(rare)))]
    about = " ".join([line["title"].lower().split()[0], *details])
    return chance.choice(QUESTION_FRAMES).format(line["metadata"]["heading"].lower(), about)


def write_collection(folder, documents, seed):
    """Makes the collection, unless the same one is there already."""
    folder = Path(folder)
    made = folder / "made-by.json"
    recipe = json.dumps({"documents": documents, "seed": seed, "generator": Path(__file__).read_text(encoding="utf-8")})
    if made.exists() and made.read_text(encoding="utf-8") == recipe:
        return
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    vocabulary = Vocabulary(chance)
    asked = set(chance.sample(range(documents), min(QUESTIONS, documents)))
    number, articles = 0, itertools.count()
    with (open(folder / "corpus.jsonl", "w", encoding="utf-8") as corpus,
          open(folder / "queries.jsonl", "w", encoding="utf-8") as queries,
          open(folder / "qrels.tsv", "w", encoding="utf-8") as qrels):
        qrels.write("query-id\tcorpus-id\tscore\n")
        while number < documents:
            lines = article_lines(vocabulary, next(articles), chance)[:documents - number]
            for line, ranks in lines:
                corpus.write(json.dumps(line) + "\n")
                if number in asked:
                    question = {"_id": f"q{number}", "text": question_for(vocabulary, line, ranks, chance)}
                    queries.write(json.dumps(question) + "\n")
                    for other, _ in lines:
                        qrels.write(f"q{number}\t{other['_id']}\t{3 if other is line else 1}\n")
                number += 1
    made.write_text(recipe, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Generates a judged collection in the BEIR form.")
    parser.add_argument("folder")
    parser.add_argument("--documents", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    write_collection(options.folder, options.documents, options.seed)


if __name__ == "__main__":
    main()

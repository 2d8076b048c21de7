"""Whether a question finds the same when a lay word in it is swapped for its clinical equivalent."""
import re
from dataclasses import dataclass

from collection import ROOT
from measure import Wrong

ARTICLES = ROOT / "corpus" / "articles"
SWAPS = ROOT / "corpus" / "judgments" / "swaps.tsv"


@dataclass
class Swap:
    lay: str  # the whole question in lay words
    clinical: str  # the same in clinical ones


def read_swaps(path):
    """Of "question<TAB>lay word<TAB>clinical word" lines, with or without a heading; "#" begins a comment."""
    swaps = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#") or line.split("\t")[0] == "question":
            continue
        fields = [field.strip() for field in line.split("\t")]
        if len(fields) != 3 or not all(fields):
            raise Wrong(f"{path.name}:{number}: not question, lay word and clinical word with tabs between")
        question, lay, clinical = fields
        pattern = re.compile(rf"(?<!\w){re.escape(lay)}(?!\w)", re.IGNORECASE)
        if not pattern.search(question):
            raise Wrong(f"{path.name}:{number}: \"{lay}\" is not in the question")
        swaps.append(Swap(question, pattern.sub(lambda _: clinical, question)))
    if not swaps:
        raise Wrong(f"{path.name}: no questions")
    return swaps


def first_passage(answer):
    hits = answer["hits"]
    return hits[0]["passage"]["id"] if hits else "nothing"


def swap_report(ranking, path):
    swaps = read_swaps(path)
    topics = [{"_id": f"{nth} {way}", "text": getattr(swap, way)}
              for nth, swap in enumerate(swaps) for way in ("lay", "clinical")]
    answers = ranking.answers(ranking.index("articles", ARTICLES), topics)
    first = {topic["_id"]: first_passage(answers[topic["_id"]]) for topic in topics}
    changed = [(swap, first[f"{nth} lay"], first[f"{nth} clinical"]) for nth, swap in enumerate(swaps)
               if first[f"{nth} lay"] != first[f"{nth} clinical"]]
    lines = [f"first hit changes in {len(changed)} of {len(swaps)} questions"]
    for swap, lay, clinical in changed:
        lines += [f"  {swap.lay}\n    {lay}", f"  {swap.clinical}\n    {clinical}"]
    return "\n".join(lines)

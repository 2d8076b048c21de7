"""Two runs compared question by question, and whether their difference may be chance."""
import json
import random
import subprocess
from dataclasses import dataclass
from statistics import fmean

from collection import ROOT
from score import MEASURES, means

RESULTS = ROOT / "bench" / "results" / "relevance"
SEED, FLIPS = 20240229, 10_000
EXACT_UP_TO = 13  # questions that differ: 2^13 assignments of signs are fewer than FLIPS
ROUNDING = 1e-9


def randomisation_test(differences, flips=FLIPS, seed=SEED):
    """The two-sided p-value of a paired randomisation test.

    Were two runs the same but for chance, each question's difference might as well have the other
    sign. p is the share of assignments of signs whose sum is as far from 0 as the one seen: of all
    of them where few questions differ, else of `flips` drawn and the one seen.
    """
    differing = [difference for difference in differences if abs(difference) > ROUNDING]
    seen = abs(sum(differing)) - ROUNDING
    exact = len(differing) <= EXACT_UP_TO
    assignments = range(2 ** len(differing)) if exact else drawn_signs(len(differing), flips, seed)
    extreme = sum(abs(signed_sum(differing, signs)) >= seen for signs in assignments)
    return extreme / 2 ** len(differing) if exact else (extreme + 1) / (flips + 1)


def drawn_signs(number, flips, seed):
    chance = random.Random(seed)
    return (chance.getrandbits(number) for _ in range(flips))


def signed_sum(differences, signs):
    return sum(-difference if signs >> nth & 1 else difference for nth, difference in enumerate(differences))


@dataclass
class Difference:
    measure: str
    before: float  # means over the questions that both runs have
    after: float
    p: float


def differences(before, after, measure):
    """{question: after less before}, of the questions that have the measure in both"""
    return {question: after[question][measure] - before[question][measure]
            for question in after if measure in after[question] and measure in before.get(question, {})}


def compare(before, after):
    """[Difference] by measure"""
    both = [question for question in after if question in before]
    means_before = means({question: before[question] for question in both})
    means_after = means({question: after[question] for question in both})
    return [Difference(measure, means_before[measure], means_after[measure],
                       randomisation_test(differences(before, after, measure).values()))
            for measure in MEASURES if measure in means_before and measure in means_after]


def comparison_text(kept, after):
    """Lines for people; kept: what `last_kept` gives."""
    before = kept["questions"]
    after = {question: rounded(found) for question, found in after.items()}  # as the kept ones are
    changed = {question: change for question, change in differences(before, after, MEASURES[0]).items()
               if abs(change) > ROUNDING}
    lines = [f"compared with {kept['version']}, {sum(question in before for question in after)} questions:"]
    lines += [f"  {found.measure:8} {found.before:.4f} -> {found.after:.4f}  {found.after - found.before:+.4f}"
              f"  p = {found.p:.4f}" for found in compare(before, after)]
    for title, sign in (("better", 1), ("worse", -1)):
        moved = sorted(((sign * change, question) for question, change in changed.items() if sign * change > 0),
                       reverse=True)
        lines.append(f"  {title} by {MEASURES[0]}: {len(moved)}"
                     + (f", on average by {fmean(change for change, _ in moved):.4f}" if moved else ""))
        lines += [f"    {question}: {before[question][MEASURES[0]]:.4f} -> {after[question][MEASURES[0]]:.4f}"
                  f"  {sign * change:+.4f}" for change, question in moved]
    return "\n".join(lines)


def kept_path(name):
    return RESULTS / f"{name}.json"


def committed(path):
    """The file's text as last committed, else as it lies there; "" when there is none."""
    shown = subprocess.run(["git", "-C", str(ROOT), "show", f"HEAD:{path.relative_to(ROOT)}"],
                           capture_output=True, text=True, check=False)
    if shown.returncode == 0:
        return shown.stdout
    return path.read_text(encoding="utf-8") if path.exists() else ""


def last_kept(asked):
    """{"command", "version", "means", "questions"} of the last committed run, or None"""
    return json.loads(committed(kept_path(asked.name)) or "{}").get(asked.fields)


def keep(asked, figures, version):
    """Question ids and figures only: the texts of a collection may not be ours to pass on."""
    path = kept_path(asked.name)
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept[asked.fields] = {
        "command": f"bench/relevance --collection {asked.name} --field {asked.fields} --save",
        "version": version,
        "means": rounded(means(figures)),
        "questions": {question: rounded(found) for question, found in sorted(figures.items())},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def rounded(figures):
    return {measure: round(figure, 6) for measure, figure in figures.items()}

"""What each part of the ranking is worth: the measures without it, or with another value of its weight."""
from score import MEASURES, means

SHOWN = ("nDCG@10", "MRR@10")
# Of a weight with such a unit, 0 is a value like another and does not switch anything off.
PARAMETER_UNITS = ("BM25's own", "0 to 1", "content words")


def parts(weights):
    """The weights whose value 0 means off, and that are not off already."""
    return [weight for weight in weights if weight.unit not in PARAMETER_UNITS and weight.value != 0]


def markdown(first, columns, rows):
    """A table of text whose first column is words and whose others are figures."""
    lines = [[first, *columns], ["---", *("---:" for _ in columns)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def with_and_without(whole, without):
    return [f"{without[measure]:.4f} ({without[measure] - whole[measure]:+.4f})" for measure in SHOWN]


def ablation_table(all_asked, weights):
    whole = [asked.means() for asked in all_asked]
    rows = [["with everything", *(f"{found[measure]:.4f}" for found in whole for measure in SHOWN)]]
    for weight in parts(weights):
        row = [f"without `{weight.name}`"]
        for asked, found in zip(all_asked, whole):
            row += with_and_without(found, asked.means({weight.name: 0}))
        rows.append(row)
    return markdown("ranking", [f"{asked.label} {measure}" for asked in all_asked for measure in SHOWN], rows)


def sweep_table(asked, name, values):
    rows = []
    for value in values:
        found = means(asked.figures({name: value}))
        rows.append([value, *(f"{found[measure]:.4f}" for measure in MEASURES)])
    return f"{asked.label}\n\n" + markdown(f"`{name}`", MEASURES, rows)

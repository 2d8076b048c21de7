"""The headings of a sample article, read simply, and the names that sections have in corpus/judgments."""
import html
import re
from pathlib import Path

LEAD = "_lead"  # the text before the first heading; no slug begins with an underscore
BACK_MATTER = {"sources", "references", "quellen", "fuentes", "further-reading"}


def slug(heading):
    """`Is it safe?` → `is-it-safe`: lower case, every run of other than letters and digits a hyphen."""
    return re.sub(r"[\W_]+", "-", heading.lower()).strip("-")


def front_matter_and_body(text):
    match = re.match(r"---\n(.*?)\n---\n(.*)", text, re.S)
    return match.groups() if match else ("", text)


def markdown_headings(text):
    body = front_matter_and_body(text)[1]
    found = []
    lines = body.split("\n")
    for number, line in enumerate(lines):
        match = re.match(r"(#{2,6})\s+(.*?)\s*#*$", line)
        if match:
            found.append(match[2])
        elif line.strip() and number + 1 < len(lines) and re.fullmatch(r"-{3,}", lines[number + 1]) and "|" not in line:
            found.append(line.strip())
    return [re.sub(r"[*_`]|\[\^[^]]*\]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading)) for heading in found]


def html_headings(text):
    text = re.sub(r"(?s)<!--.*?-->|<(script|style)\b.*?</\1>", "", text)
    found = re.findall(r"(?is)<h[2-6]\b[^>]*>(.*?)</h[2-6]>", text)
    plain = (html.unescape(re.sub(r"<[^>]+>", "", heading)).replace("\u00ad", "") for heading in found)
    return [" ".join(heading.split()) for heading in plain]


def text_headings(text):
    """A line on its own between empty lines, short, no sentence and no item of a list."""
    lines = [""] + text.split("\n") + [""]
    found = []
    for before, line, after in zip(lines, lines[1:], lines[2:]):
        line = line.strip()
        alone = line and not before.strip() and not after.strip()
        if alone and len(line) <= 90 and not line.endswith((".", ":", "!")) and not re.match(r"[-*•–\d(]", line):
            found.append(line)
    return found[1:] if found and found[0] == text.strip().split("\n")[0].strip() else found


def headings(path):
    text = Path(path).read_text(encoding="utf-8")
    reader = {".md": markdown_headings, ".html": html_headings, ".txt": text_headings}[Path(path).suffix]
    return reader(text)


def section_of(path_of_headings, slugs):
    """The judged section that text below these headings belongs to: the innermost that the article really has."""
    for heading in reversed(path_of_headings):
        if slug(heading) in slugs:
            return slug(heading)
    return LEAD

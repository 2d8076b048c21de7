"""Which collection the benches measure."""
import os

import generate
from collection import ROOT, Collection, shared_collection

WORK = ROOT / "build" / "bench"
DOCUMENTS = 20_000  # of a generated collection


def choose_collection(options):
    shared = shared_collection("medquad")
    named = options.collection or os.environ.get("PALPATE_COLLECTION")
    if named or shared.is_dir():
        return Collection(named or shared)
    return generated(options.documents or DOCUMENTS)


def generated(documents):
    folder = WORK / f"generated-{documents}"
    generate.write_collection(folder, documents, generate.SEED)
    return Collection(folder)

"""The pictures of docs/screenshots, made when PALPATE_SCREENSHOTS names a folder for them."""
import os
import pathlib
import unittest

from browser import BrowserCase

FOLDER = os.environ.get("PALPATE_SCREENSHOTS", "")
QUESTION = {"q": "trigger point referred pain"}
WIDE = {"width": 1200, "height": 660}
NARROW = {"width": 320, "height": 720}
MOST_BYTES = 150_000

PICTURES = {
    "start": ("", {}, WIDE),
    "wide": ("search", QUESTION, WIDE),
    "narrow": ("search", QUESTION, NARROW),
    "dark": ("search", QUESTION, {**WIDE, "scheme": "dark"}),
    "corrected": ("search", {"q": "sciatca leg pian"}, WIDE),
    "nothing-found": ("search", {"q": "\"frozen shoulder\" pregnancy lang:de"}, {"width": 1200, "height": 600}),
    "error": ("search", {"q": "neck pain", "n": "ten"}, {"width": 1200, "height": 500}),
    "article": ("articles/sciatica.md", {"passage": "2", "q": "sciatica"}, {**WIDE, "height": 900}),
    "spanish": ("search", {"q": "ejercicio dolor lumbar", "ui": "es"}, NARROW),
}


class Screenshots(BrowserCase):
    @unittest.skipUnless(FOLDER, "PALPATE_SCREENSHOTS names no folder")
    def test_are_made_and_small(self):
        folder = pathlib.Path(FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        for name, (path, parameters, look) in PICTURES.items():
            self.look(**look)
            self.open(path, **parameters)
            picture = folder / (name + ".png")
            picture.write_bytes(self.driver.get_screenshot_as_png())
            self.assertLess(picture.stat().st_size, MOST_BYTES, name)

"""Articles and questions that hold markup, scripts, other writing directions and endless words."""
import json
import pathlib
import tempfile

from browser import BrowserCase
from served import Served

SCRIPT = "<script>window.taken = 1</script><img src=x onerror=\"window.taken = 1\">"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

ARTICLES = [
    {"_id": "script<b>'\"&.html", "title": "Injected " + SCRIPT,
     "text": f"Injected text holds {SCRIPT} and goes on. A second sentence follows it here.",
     "metadata": {"heading": SCRIPT, "url": "javascript:window.taken=1", "source": SCRIPT, "language": "en",
                  "authors": [SCRIPT], "date": "2011-02-03"}},
    {"_id": "arabic", "title": "ألم أسفل الظهر: ما الذي يساعد",
     "text": "الحركة الخفيفة تساعد على التعافي. الراحة الطويلة في الفراش لا تفيد أحدا.",
     "metadata": {"language": "ar", "date": "2024-01-02", "url": "https://clinic.example/ar"}},
    {"_id": "german", "title": LONG, "text": f"Die {LONG} rät zu Bewegung. https://clinic.example/{'a' * 300}",
     "metadata": {"heading": LONG, "language": "de", "source": LONG}},
]


class HostileText(BrowserCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory(prefix="palpate-hostile-")
        cls.addClassCleanup(folder.cleanup)
        lines = pathlib.Path(folder.name, "hostile.jsonl")
        lines.write_text("".join(json.dumps(one) + "\n" for one in ARTICLES), encoding="utf-8")
        cls.served = cls.enterClassContext(Served(cls.programs, [lines], "/suche"))

    def untouched(self):
        self.assertIsNone(self.driver.execute_script("return window.taken ?? null"))
        self.assertEqual(self.all("img, main script"), [])
        self.assertEqual(self.complaints(), [])

    def test_scripts_are_text_wherever_they_stand(self):
        self.open("search", q="injected " + SCRIPT, source=SCRIPT)
        self.untouched()
        self.assertEqual(self.one("#q").get_attribute("value"), "injected " + SCRIPT)
        self.assertIn(SCRIPT, self.one(".chosen").text)
        self.open("search", q="injected")
        self.assertIn(SCRIPT, self.one(".result h2").text)
        self.assertIn("window.taken = 1", self.one(".passage p").text)
        self.assertIn(SCRIPT, self.one(".origin").text)
        self.assertEqual(self.all("a[href^='javascript']"), [])
        self.assertIn("Older than 5 years", self.one(".origin").text)
        self.untouched()
        self.one(".hit h3 a").click()
        self.wait(lambda: self.all(".found"), "the article")
        self.assertIn("/suche/articles/script%3Cb%3E", self.driver.current_url)
        self.assertIn(SCRIPT, self.one("h1").text)
        self.untouched()
        self.open("articles/" + "%3Cscript%3Ewindow.taken%3D1%3C%2Fscript%3E")
        self.assertTrue(self.all(".error"))
        self.assertIsNone(self.driver.execute_script("return window.taken ?? null"))

    def test_text_from_right_to_left_reads_that_way(self):
        self.open("search", q="الحركة الخفيفة")
        passage = self.one(".passage")
        self.assertEqual(passage.get_attribute("lang"), "ar")
        self.assertEqual(passage.value_of_css_property("direction"), "rtl")
        self.assertEqual(self.one("#q").value_of_css_property("direction"), "rtl")
        self.assertEqual(self.one("html").value_of_css_property("direction"), "ltr")

    def test_endless_words_break(self):
        for width in (320, 1280):
            self.look(width=width)
            for path, parameters in (("search", {"q": "Bewegung"}), ("articles/german", {}),
                                     ("search", {"q": LONG * 3}), ("search", {"q": "x", "source": LONG * 3})):
                self.open(path, **parameters)
                self.assertFalse(self.scrolls_sideways(), f"{path} at {width}")

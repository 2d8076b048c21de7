"""axe-core finds nothing to complain of, WCAG 2.2 AA and its own best practices."""
import os
import pathlib
import shutil
import subprocess

from selenium.webdriver.common.keys import Keys

from browser import BrowserCase

HERE = pathlib.Path(__file__).parent
# Where the pinned version is installed: a folder of the build.
INSTALLED = pathlib.Path(os.environ.get("PALPATE_AXE", "axe"))
SCRIPT = INSTALLED / "node_modules/axe-core/axe.min.js"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
LOOKS = {"light": {}, "dark": {"scheme": "dark"}, "narrow": {"width": 320, "height": 700},
         "narrow and dark": {"width": 320, "height": 700, "scheme": "dark"}}
PAGES = {
    "start": ("", {}),
    "results": ("search", {"q": "trigger point referred pain"}),
    "corrected": ("search", {"q": "sciatca leg pian"}),
    "filtered, in Spanish": ("search", {"q": "masaje", "lang": "es", "after": "2020", "ui": "es"}),
    "second page": ("search", {"q": "pain", "offset": "10"}),
    "closest": ("search", {"q": "kidney transplant rejection"}),
    "nothing found": ("search", {"q": "zzyzx", "source": "nobody"}),
    "error": ("search", {"q": "neck", "n": "ten"}),
    "no such page": ("nowhere", {}),
    "article": ("articles/sciatica.md", {"passage": "3", "q": "sciatica"}),
    "article of tables": ("articles/referred-pain-map-trigger-points.html", {}),
    "similar": ("similar", {"id": "sciatica.md#3"}),
}


def missing():
    """Installs axe-core as package-lock.json pins it; says why when that cannot be done."""
    pinned = (HERE / "package-lock.json").read_text()
    if SCRIPT.exists() and (INSTALLED / "package-lock.json").read_text() == pinned:
        return ""
    if not shutil.which("npm"):
        return "no npm to fetch axe-core with"
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, INSTALLED / name)
    try:
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=INSTALLED, check=True,
                       timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (subprocess.SubprocessError, OSError):
        return "axe-core could not be fetched"
    return "" if SCRIPT.exists() else "axe-core could not be fetched"


class Accessibility(BrowserCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.script = SCRIPT.read_text(encoding="utf-8")

    def complaints_of_axe(self):
        self.driver.execute_script(self.script)
        found = self.driver.execute_async_script(
            "const done = arguments[1]; axe.run(document, arguments[0]).then(done, error => done(String(error)))", RULES)
        self.assertIsInstance(found, dict, found)
        self.assertGreater(len(found["passes"]), 15)
        return [f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes']]}"
                for one in found["violations"]]

    def test_no_page_breaks_a_rule_in_any_look(self):
        for look, settings in LOOKS.items():
            for page, (path, parameters) in PAGES.items():
                with self.subTest(page=page, look=look):
                    self.look(**settings)
                    self.open(path, **parameters)
                    self.assertEqual(self.complaints_of_axe(), [])

    def test_an_open_list_of_suggestions_breaks_none(self):
        canned = {"source": "window.fetch = async () => new Response(JSON.stringify({suggestions: "
                            "[{text: 'neck pain', kind: 'title'}, {text: 'neck', kind: 'phrase'}]}))"}
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", canned)
        for look, settings in LOOKS.items():
            with self.subTest(look=look):
                self.look(**settings)
                self.open()
                self.one("#q").send_keys("neck")
                self.wait(lambda: self.all("[role=option]"), "suggestions")
                self.one("#q").send_keys(Keys.ARROW_DOWN)
                self.assertEqual(self.complaints_of_axe(), [])

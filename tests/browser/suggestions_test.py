"""The question field as a combobox, by keyboard and by pointer."""
from selenium.webdriver.common.keys import Keys

from browser import BrowserCase

# Answers of /api/v1/suggest that a test sets, where the order in which they come matters.
CANNED = """
const real = window.fetch;
window.fetch = async (address, options) => {
  if (!String(address).includes('/api/v1/suggest')) return real(address, options);
  const typed = new URL(address, location).searchParams.get('q');
  await new Promise(done => setTimeout(done, typed === 'ne' ? 600 : 0));
  const texts = typed.startsWith('ne') ? [typed + ' pain', typed + ' <b>bold</b>', typed + ' exercises'] : [];
  return new Response(JSON.stringify({suggestions: texts.map((text, i) =>
    ({text, kind: ['title', 'heading', 'phrase'][i]}))}));
};
"""


class Suggestions(BrowserCase):
    def setUp(self):
        super().setUp()
        self.canned = self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": CANNED})
        self.open()
        self.field = self.one("#q")

    def tearDown(self):
        self.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", self.canned)

    def options(self):
        return [one.text for one in self.all("[role=option]")]

    def type(self, words):
        self.field.send_keys(words)
        self.wait(lambda: self.options(), "suggestions")

    def test_is_a_combobox_that_says_how_many_there_are(self):
        self.assertEqual(self.field.get_attribute("role"), "combobox")
        self.assertEqual(self.field.get_attribute("aria-expanded"), "false")
        self.type("neck")
        self.assertEqual(self.field.get_attribute("aria-expanded"), "true")
        self.assertEqual(self.one("#" + self.field.get_attribute("aria-controls")).get_attribute("role"), "listbox")
        self.assertEqual(self.one(".field [role=status]").get_attribute("textContent"),
                         "3 suggestions; arrow keys to choose")
        self.assertEqual(self.options()[0], "neck pain\narticle")

    def test_is_chosen_from_with_arrow_keys_and_asked_with_enter(self):
        self.type("neck")
        self.field.send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP)
        chosen = self.field.get_attribute("aria-activedescendant")
        self.assertEqual(self.one("#" + chosen).get_attribute("aria-selected"), "true")
        self.assertEqual(self.field.get_attribute("value"), "neck")
        self.field.send_keys(Keys.ENTER)
        self.wait(lambda: self.all(".count"), "an answer")
        self.assertTrue(self.driver.current_url.endswith("/search?q=neck+pain"), self.driver.current_url)
        self.driver.back()
        self.wait(lambda: self.all(".start"), "the start page")

    def test_goes_round_by_way_of_the_field(self):
        self.type("neck")
        self.field.send_keys(Keys.ARROW_UP)
        self.assertEqual(self.field.get_attribute("aria-activedescendant"), "suggestion-2")
        self.field.send_keys(Keys.ARROW_DOWN)
        self.assertIsNone(self.field.get_attribute("aria-activedescendant"))

    def test_closes_with_escape_and_keeps_what_was_typed(self):
        self.type("neck")
        self.field.send_keys(Keys.ARROW_DOWN, Keys.ESCAPE)
        self.assertEqual(self.options(), [])
        self.assertEqual(self.field.get_attribute("value"), "neck")
        self.assertEqual(self.field.get_attribute("aria-expanded"), "false")
        self.field.send_keys(Keys.ARROW_DOWN)
        self.wait(lambda: self.options(), "suggestions again")

    def test_asks_what_was_typed_when_none_is_chosen(self):
        self.type("neck")
        self.field.send_keys(Keys.ENTER)
        self.wait(lambda: self.all(".count"), "an answer")
        self.assertTrue(self.driver.current_url.endswith("/search?q=neck"))

    def test_is_taken_with_the_pointer(self):
        self.type("neck")
        self.all("[role=option]")[2].click()
        self.wait(lambda: self.all(".count"), "an answer")
        self.assertTrue(self.driver.current_url.endswith("/search?q=neck+exercises"))

    def test_closes_when_the_focus_leaves(self):
        self.type("neck")
        self.field.send_keys(Keys.TAB)
        self.assertEqual(self.options(), [])

    def test_shows_markup_as_text(self):
        self.type("neck")
        self.assertIn("neck <b>bold</b>", self.options()[1])
        self.assertEqual(self.all("[role=option] b"), [])

    def test_drops_answers_that_come_late(self):
        self.field.send_keys("ne")
        self.driver.execute_async_script("setTimeout(arguments[0], 250)")
        self.type("ck")
        self.driver.execute_async_script("setTimeout(arguments[0], 700)")
        self.assertTrue(self.options()[0].startswith("neck"), self.options())


class RealSuggestions(BrowserCase):
    def test_come_from_the_articles(self):
        offered = [one["text"] for one in self.served.json("api/v1/suggest", q="trigger po")["suggestions"]]
        self.assertTrue(offered)
        self.open()
        self.one("#q").send_keys("trigger po")
        self.wait(lambda: self.all("[role=option]"), "suggestions")
        shown = [one.get_attribute("data-words") for one in self.all("[role=option]")]
        self.assertEqual(shown, offered[:8])
        self.one("#q").send_keys(Keys.ARROW_DOWN, Keys.ENTER)
        self.wait(lambda: self.all(".results"), "an answer")
        self.assertEqual(self.one("#q").get_attribute("value"), offered[0])

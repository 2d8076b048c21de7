"""The page as a person uses it."""
import base64

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from browser import BrowserCase


class Asking(BrowserCase):
    def ask(self, words):
        field = self.one("#q")
        field.clear()
        field.send_keys(words)
        field.send_keys(Keys.ENTER)
        self.wait(lambda: self.all(".count, .verdict"), "an answer")

    def test_the_start_page_is_ready_to_type(self):
        self.open()
        self.assertEqual(self.driver.switch_to.active_element.get_attribute("id"), "q")
        self.assertEqual(self.complaints(), [])

    def test_types_follows_a_passage_and_comes_back(self):
        self.open()
        self.ask("trigger point referred pain")
        results = self.driver.current_url
        self.assertTrue(results.endswith("/search?q=trigger+point+referred+pain"), results)
        self.assertTrue(self.all(".passage mark") and self.all(".passage strong"))
        self.assertRegex(self.one("[role=status].count").text, r"passages, showing 1 to 10")

        self.one(".hit h3 a").click()
        self.wait(lambda: self.all(".found"), "the article")
        self.assertIn(self.driver.current_url.split("#")[1], self.one(".found").get_attribute("id"))
        top = self.driver.execute_script(
            "return document.querySelector('.found').getBoundingClientRect().top")
        self.assertTrue(-5 <= top < 500, f"the passage is not in sight: {top}")

        self.driver.back()
        self.wait(lambda: self.all(".results"), "the results")
        self.assertEqual(self.driver.current_url, results)
        self.assertEqual(self.one("#q").get_attribute("value"), "trigger point referred pain")
        self.driver.forward()
        self.wait(lambda: self.all(".back a"), "the article again")
        self.one(".back a").click()
        self.wait(lambda: self.all(".results"), "the results again")
        self.assertEqual(self.one("#q").get_attribute("value"), "trigger point referred pain")
        self.assertEqual(self.complaints(), [])

    def test_reads_slips_and_offers_what_was_typed(self):
        self.open("search", q="sciatca leg pian")
        self.assertIn("“sciatca”: it was read as “sciatica”", self.one(".notes").text)
        self.one(".notes a").click()
        self.wait(lambda: "exact=1" in self.driver.current_url, "the question as typed")

    def test_names_what_was_sought_beside(self):
        self.open("search", q="slipped disc")
        self.assertIn("herniated disc", self.one(".names").text)

    def test_filters_by_language_and_year_and_takes_them_back(self):
        self.open("search", q="massage")
        Select(self.one("#lang")).select_by_value("de")
        self.one("#after").send_keys("2020")
        self.one("#after").send_keys(Keys.ENTER)
        self.wait(lambda: self.all(".chosen"), "the filters in use")
        self.assertTrue(self.driver.current_url.endswith("/search?q=massage&lang=de&after=2020"))
        self.assertEqual({one.get_attribute("lang") for one in self.all(".passage")}, {"de"})
        self.assertEqual(Select(self.one("#lang")).first_selected_option.get_attribute("value"), "de")
        self.one(".chosen a").click()
        self.wait(lambda: "lang=" not in self.driver.current_url, "the filter gone")
        self.driver.back()
        self.wait(lambda: len(self.all(".chosen a")) == 2, "both filters back")
        self.assertFalse(self.driver.find_element("id", "source").get_attribute("disabled"))

    def test_filters_by_source(self):
        self.open("search", q="stretching")
        name = "The Harbour Row Physio Blog"
        Select(self.one("#source")).select_by_value(name)
        self.one(".filter-fields button").click()
        self.wait(lambda: self.all(".chosen"), "the filter in use")
        self.assertEqual({one.text for one in self.all(".origin .source")}, {name})

    def test_turns_pages(self):
        self.open("search", q="pain")
        first = [one.get_attribute("href") for one in self.all(".hit h3 a")]
        self.one("[rel=next]").click()
        self.wait(lambda: "offset=10" in self.driver.current_url, "the second page")
        second = [one.get_attribute("href") for one in self.all(".hit h3 a")]
        self.assertEqual(len(first), 10)
        self.assertFalse({one.split("?")[0] + one.split("#")[1] for one in first} &
                         {one.split("?")[0] + one.split("#")[1] for one in second})
        self.one("[rel=prev]").click()
        self.wait(lambda: "offset" not in self.driver.current_url, "the first page")

    def test_leads_to_more_of_an_article_and_to_similar_passages(self):
        self.open("search", q="sciatica")
        more = next(one for one in self.all(".beyond a") if one.text.startswith("More from"))
        more.click()
        self.wait(lambda: "per_article=0" in self.driver.current_url, "more of the article")
        self.assertEqual(len(self.all(".result")), 1)
        self.assertGreater(len(self.all(".hit")), 2)
        self.one(".acts a").click()
        self.wait(lambda: "/similar?" in self.driver.current_url, "similar passages")
        self.assertTrue(self.all(".hit"))
        self.one(".back a").click()
        self.wait(lambda: self.all(".found"), "the passage they are like")

    def test_says_when_nothing_was_found_and_what_was_wrong(self):
        self.open("search", q="zzyzx qwrtp")
        self.assertEqual(self.one(".verdict").text, "Nothing found")
        self.open("search", q="neck", n="ten")
        self.assertIn("n is", self.one(".error .message").text)
        self.open("articles/none.md")
        self.assertEqual(self.one(".error h1").text, "There is no such page")

    def test_speaks_spanish_and_keeps_doing_so(self):
        self.open("search", q="dolor lumbar")
        self.one(".languages a").click()
        self.wait(lambda: self.one("html").get_attribute("lang") == "es", "Spanish")
        self.assertEqual(self.one(".field button").text, "Buscar")
        self.one(".hit h3 a").click()
        self.wait(lambda: self.all(".found"), "the article")
        self.assertEqual(self.one("html").get_attribute("lang"), "es")

    def test_prints_a_handout_with_its_sources(self):
        self.open("search", q="trigger point referred pain")
        self.look(media="print")
        for hidden in (".top", ".acts", ".skip", ".beyond a:not(.original)"):
            self.assertEqual(self.style(hidden, "display"), "none", hidden)
        self.assertIn("https://clinic.example/articles/", self.one(".original").text)
        self.assertTrue(self.one("h1").is_displayed())
        self.assertTrue(self.one("p.printed").is_displayed())
        pdf = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
        self.assertTrue(pdf.startswith(b"%PDF") and len(pdf) > 10_000)
        self.open("articles/sciatica.md", passage="3")
        self.assertEqual(self.style(".similar", "display"), "none")


class Looking(BrowserCase):
    PAGES = [("", {}), ("search", {"q": "trigger point referred pain"}), ("search", {"q": "zzyzx"}),
             ("search", {"q": "massage", "lang": "de", "after": "2020"}), ("search", {"n": "ten"}),
             ("articles/sciatica.md", {"passage": "3", "q": "sciatica"}), ("similar", {"id": "sciatica.md#3"}),
             ("articles/referred-pain-map-trigger-points.html", {})]

    def test_never_scrolls_sideways(self):
        for width in (320, 390, 768, 1024, 1280, 3840):
            self.look(width=width)
            for path, parameters in self.PAGES:
                self.open(path, **parameters)
                self.assertFalse(self.scrolls_sideways(), f"{path} {parameters} at {width}")

    def test_is_dark_where_a_person_prefers_it(self):
        self.open("search", q="neck pain")
        light = self.style("html", "backgroundColor")
        self.look(scheme="dark")
        self.open("search", q="neck pain")
        dark = self.style("html", "backgroundColor")
        self.assertGreater(self.brightness(light), 200)
        self.assertLess(self.brightness(dark), 50)
        self.assertGreater(self.brightness(self.style(".passage", "color")), 180)

    @staticmethod
    def brightness(colour):
        return max(int(part) for part in colour[colour.index("(") + 1:-1].split(",")[:3])

    def test_asks_nothing_of_other_hosts_and_little_of_its_own(self):
        self.open("search", q="trigger point referred pain")
        asked = self.driver.execute_script(
            "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
            ".map(one => [one.name, one.decodedBodySize])")
        self.assertGreaterEqual(len(asked), 3)
        self.assertEqual([name for name, _ in asked if not name.startswith(self.served.url)], [])
        self.assertLess(sum(size for _, size in asked), 60_000)
        self.assertEqual(self.complaints(), [])

    def test_looks_the_same_when_it_is_asked_for_again(self):
        for _ in range(3):
            self.open("search", q="neck pain")
            self.assertEqual(self.one("#q").get_attribute("role"), "combobox")
            self.assertEqual(self.style(".skip", "position"), "absolute")
            self.assertEqual(self.complaints(), [])

    def test_offers_targets_large_enough(self):
        self.look(width=320)
        small = """return [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
            .filter(one => one.checkVisibility() && !one.closest('.skip'))
            .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 23.9).map(([name]) => name)"""
        for path, parameters in self.PAGES:
            self.open(path, **parameters)
            self.assertEqual(self.driver.execute_script(small), [], f"{path} {parameters}")

    def test_leads_the_keyboard_past_the_header_and_shows_where_it_is(self):
        self.open("search", q="neck pain")
        self.one("body").send_keys(Keys.TAB)
        skip = self.driver.switch_to.active_element
        self.assertEqual(skip.get_attribute("class"), "skip")
        self.assertGreaterEqual(skip.rect["y"], 0)
        skip.send_keys(Keys.ENTER)
        self.assertEqual(self.driver.switch_to.active_element.get_attribute("id"), "main")
        self.driver.switch_to.active_element.send_keys(Keys.TAB)
        focused = self.driver.switch_to.active_element
        self.assertEqual(focused.value_of_css_property("outline-style"), "solid")


class WithoutScript(BrowserCase):
    def setUp(self):
        super().setUp()
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})

    def test_everything_but_suggestions_works(self):
        self.open()
        self.assertIsNone(self.one("#q").get_attribute("role"))
        self.one("#q").send_keys("sciatica" + Keys.ENTER)
        self.wait(lambda: self.all(".results"), "the results")
        self.assertIn("q=sciatica&source=&lang=&after=&before=", self.driver.current_url)
        self.one("[rel=next]").click()
        self.wait(lambda: "offset=10" in self.driver.current_url, "the second page")
        self.driver.back()
        self.wait(lambda: "offset" not in self.driver.current_url, "the first page")
        Select(self.one("#lang")).select_by_value("es")
        self.one(".filter-fields button").click()
        self.wait(lambda: "lang=es" in self.driver.current_url, "the filter")
        self.open("search", q="sciatica")
        self.one(".hit h3 a").click()
        self.wait(lambda: self.all(".found"), "the article")
        self.assertFalse(self.one("[data-print]").is_displayed())
        self.one(".back a").click()
        self.wait(lambda: self.all(".results"), "the results")

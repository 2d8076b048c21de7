"""A headless Chromium of Debian's, driven by its own driver. Asks nothing of any other host."""
import shutil
import tempfile
import unittest

DRIVER = shutil.which("chromedriver")
CHROMIUM = shutil.which("chromium")

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars
--disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage --lang=en""".split()


def missing():
    """What this machine lacks for a browser test; "" when nothing."""
    try:
        import selenium  # noqa: F401
    except ImportError:
        return "no python3-selenium"
    if not CHROMIUM:
        return "no chromium"
    return "" if DRIVER else "no chromedriver"


def start():
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    folder = tempfile.mkdtemp(prefix="palpate-chromium-")
    for flag in [*FLAGS, "--user-data-dir=" + folder]:
        options.add_argument(flag)
    driver = webdriver.Chrome(service=Service(DRIVER), options=options)
    driver.palpate_folder = folder
    driver.set_page_load_timeout(60)
    return driver


def stop(driver):
    driver.quit()
    shutil.rmtree(driver.palpate_folder, ignore_errors=True)


class BrowserCase(unittest.TestCase):
    """One browser a class. What is served, and by which programs, is set by who runs the tests."""

    served = None
    programs = None

    @classmethod
    def setUpClass(cls):
        cls.driver = start()
        cls.addClassCleanup(stop, cls.driver)

    def setUp(self):
        self.look()
        self.driver.get_log("browser")

    def look(self, width=1280, height=900, scheme="light", media=""):
        """The window's size in CSS pixels, the colours a person prefers, and the medium."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def open(self, path="", **parameters):
        self.driver.get(self.served.address(path, **parameters))

    def all(self, selector):
        from selenium.webdriver.common.by import By

        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        found = self.all(selector)
        self.assertTrue(found, f"nothing is {selector} on {self.driver.current_url}")
        return found[0]

    def wait(self, condition, what):
        from selenium.webdriver.support.ui import WebDriverWait

        return WebDriverWait(self.driver, 20).until(lambda _: condition(), f"in vain for: {what}")

    def style(self, selector, name):
        return self.driver.execute_script(
            "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, name)

    def scrolls_sideways(self):
        return self.driver.execute_script(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth")

    def complaints(self):
        """What the browser logged: scripts and styles that were refused, failed requests."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

"""Runs the browser tests: run.py PROGRAMS ARTICLES MODULE...

PROGRAMS is the folder of palpate-index and palpate-serve, ARTICLES what they index. Exits with 77, which
CTest shows as skipped, when this machine has no browser to drive.
"""
import importlib
import pathlib
import sys
import unittest

SKIPPED = 77


def main():
    programs, articles, *modules = sys.argv[1:]
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    import browser
    from served import Served

    if lacking := browser.missing():
        print("skipped:", lacking)
        return SKIPPED
    suite = unittest.TestSuite()
    with Served(programs, [articles]) as served:
        browser.BrowserCase.served = served
        browser.BrowserCase.programs = programs
        for name in modules:
            module = importlib.import_module(name)
            if lacking := getattr(module, "missing", lambda: "")():
                print("skipped:", lacking)
                return SKIPPED
            suite.addTests(unittest.defaultTestLoader.loadTestsFromModule(module))
        result = unittest.TextTestRunner(verbosity=2).run(suite)
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())

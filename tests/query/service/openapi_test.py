"""The OpenAPI document against the service: real answers have the form it promises, and the parameters are those it names.

usage: openapi_test.py PALPATE_INDEX PALPATE_SERVE FIXTURES
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

from schema import Schemas

INDEX, SERVE, FIXTURES = sys.argv[1:4]
ID = "stiff-neck.txt"

# What is asked of each address, and the status it gives.
ANSWERED = {
    "/api/v1/search": [
        ("q=stiff+neck", 200), ("q=pain&n=100&per_article=0&offset=1", 200), ("q=sciatca&exact=1", 200),
        ("q=neck+pain&explain=1", 200), ("q=xylophone", 200), ("source=Heron&source=Lakeside", 200),
        ("q=shoulder&lang=en&lang=de&after=2018&before=2024-06-03&tag=shoulder&author=Lindqvist", 200),
        ("q=%22frozen+shoulder%22+-surgery+after%3A2010", 200), ("q=R%C3%BCcken", 200), ("", 400),
        ("q=neck&n=0&offset=x&colour=red", 400)],
    "/api/v1/suggest": [("q=sti", 200), ("q=sti&n=1", 200), ("q=", 200), ("", 400), ("q=sti&format=opensearch", 200), ("n=99", 400)],
    "/api/v1/articles/{id}": [("", 200), ("passage=2", 200), ("passage=99", 400), ("id=no-such", 404)],
    "/api/v1/similar": [("id=" + ID, 200), ("id=" + ID + "%231&n=3&offset=1", 200), ("id=no-such", 404), ("", 400)],
    "/healthz": [("", 200)],
    "/readyz": [("", 200)],
    "/metrics": [("", 200)],
}


class Service:
    """palpate-serve over the fixture articles, on a free port."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        index = pathlib.Path(self.folder.name) / "index.db"
        subprocess.run([INDEX, "--quiet", "--db", index, FIXTURES + "/articles"], check=True)
        self.process = subprocess.Popen([SERVE, "--db", index, "--listen", "127.0.0.1:0", "--no-access-log"],
                                        stderr=subprocess.PIPE, text=True)
        self.address = re.search(r"http://\S+[^/\s]", self.process.stderr.readline()).group()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate(timeout=30)
        self.folder.cleanup()

    def get(self, path, query=""):
        """Status, media type and body."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}?{query}" if query else self.address + path) as response:
                return response.status, response.headers.get_content_type(), response.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.headers.get_content_type(), refused.read().decode()

    def ask(self, path, query):
        """As get; in a path with {id} the parameter id of the query is put there."""
        if "{id}" not in path:
            return self.get(path, query)
        given = dict(urllib.parse.parse_qsl(query))
        where = path.replace("{id}", given.pop("id", ID))
        return self.get(where, urllib.parse.urlencode(given))


class OpenApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service())
        cls.document = json.loads(cls.service.get("/api/v1/openapi.json")[2])
        cls.schemas = Schemas(cls.document)

    def test_it_describes_all_addresses_that_are_asked_here(self):
        self.assertEqual(set(self.document["paths"]), set(ANSWERED))
        self.assertEqual(self.document["openapi"], "3.1.0")
        self.assertEqual(self.document["servers"], [{"url": "/"}])

    def test_answers_have_the_form_that_it_promises(self):
        for path, questions in ANSWERED.items():
            responses = self.document["paths"][path]["get"]["responses"]
            for query, status in questions:
                with self.subTest(path=path, query=query):
                    got, media_type, body = self.service.ask(path, query)
                    self.assertEqual(got, status, body)
                    content = responses[str(status)]["content"]
                    self.assertIn(media_type, content)
                    value = body if media_type.startswith("text/") else json.loads(body)
                    self.assertEqual(self.schemas.faults(value, content[media_type]["schema"]), [])

    def test_some_answer_has_each_field_that_it_names(self):
        """What no answer here holds would not have been checked."""
        seen = set()

        def look(value, name):
            if isinstance(value, dict):
                for key, inner in value.items():
                    seen.add(key)
                    look(inner, key)
            for inner in value if isinstance(value, list) else []:
                look(inner, name)

        for path, questions in ANSWERED.items():
            for query, _ in questions:
                _, media_type, body = self.service.ask(path, query)
                if media_type.endswith("json"):
                    look(json.loads(body), path)
        named = set()
        for name in ("Answer", "Hit", "Article", "FullArticle", "Suggestions", "Problem"):
            named |= set(self.document["components"]["schemas"][name]["properties"])
        # An answer need not be only the closest.
        self.assertEqual(named - seen - {"closest", "partial"}, set())

    def test_parameters_are_those_that_it_names(self):
        for path, questions in ANSWERED.items():
            with self.subTest(path=path):
                named = [parameter["name"] for parameter in self.document["paths"][path]["get"].get("parameters", [])
                         if parameter["in"] == "query"]
                status, _, body = self.service.ask(path, questions[0][0] + "&no_such_parameter=1")
                self.assertEqual(status, 400)
                reason = next(fault["reason"] for fault in json.loads(body)["parameters"]
                              if fault["name"] == "no_such_parameter")
                known = reason.split("there are: ")[1]
                self.assertEqual(set(known.split(", ")) - {"none"}, set(named))

    def test_bounds_are_those_that_it_names(self):
        asked = 0
        for path, questions in ANSWERED.items():
            for parameter in self.document["paths"][path]["get"].get("parameters", []):
                schema, name = parameter["schema"], parameter["name"]
                if schema["type"] != "integer" or "maximum" not in schema:
                    continue
                for value, status in ((schema["minimum"], 200), (schema["maximum"], 200),
                                      (schema["minimum"] - 1, 400), (schema["maximum"] + 1, 400)):
                    with self.subTest(path=path, name=name, value=value):
                        self.assertEqual(self.service.ask(path, f"{questions[0][0]}&{name}={value}")[0], status)
                        asked += 1
        self.assertGreaterEqual(asked, 20)


class TheChecker(unittest.TestCase):
    """A checker that finds nothing would make all of the above pass."""

    def test_it_finds_what_is_wrong(self):
        schemas = Schemas({"a": {"type": "integer"}})
        closed = {"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"],
                  "additionalProperties": False}
        for value, schema in (("1", {"$ref": "#/a"}), (True, {"type": "integer"}), (None, {"type": "string"}),
                              (1, {"const": 2}), ("c", {"enum": ["a", "b"]}), (0, {"minimum": 1}),
                              (3, {"maximum": 2}), ({}, closed), ({"x": 1}, closed), ({"x": "", "y": 1}, closed),
                              ([1, "a"], {"items": {"type": "integer"}}), ([1], {"prefixItems": [{"type": "string"}]}),
                              ([], {"minItems": 1}), ([1, 2], {"maxItems": 1}), ("ab", {"maxLength": 1}),
                              (1, {"oneOf": [{"type": "string"}, {"type": "null"}]})):
            self.assertNotEqual(schemas.faults(value, schema), [], (value, schema))
        self.assertEqual(schemas.faults({"x": "a"}, closed), [])
        with self.assertRaises(ValueError):
            schemas.faults(1, {"multipleOf": 2})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

"""Checks JSON values against the schemas of an OpenAPI 3.1 document: as much of JSON Schema as that document uses.

A keyword that is not known here is an error, so that nothing passes unchecked.
"""

ANNOTATIONS = {"description", "default", "examples", "title"}
TYPES = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "null": lambda value: value is None,
}


class Schemas:
    def __init__(self, document):
        self.document = document

    def resolved(self, schema):
        if "$ref" not in schema:
            return schema
        found = self.document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        return found

    def faults(self, value, schema, where="$"):
        """What is wrong with the value, one text each."""
        schema = self.resolved(schema)
        found = []
        for keyword, wanted in schema.items():
            if keyword not in ANNOTATIONS:
                check = getattr(self, "check_" + keyword.lower(), None)
                if check is None:
                    raise ValueError(f"the keyword {keyword} is not known here")
                found += check(value, wanted, schema, where)
        return found

    def check_type(self, value, wanted, _schema, where):
        return [] if TYPES[wanted](value) else [f"{where} is no {wanted}: {value!r}"]

    def check_const(self, value, wanted, _schema, where):
        return [] if value == wanted and type(value) is type(wanted) else [f"{where} is not {wanted!r}"]

    def check_enum(self, value, wanted, _schema, where):
        return [] if value in wanted else [f"{where} is none of {wanted}: {value!r}"]

    def check_minimum(self, value, wanted, _schema, where):
        return [] if not TYPES["number"](value) or value >= wanted else [f"{where} is below {wanted}"]

    def check_maximum(self, value, wanted, _schema, where):
        return [] if not TYPES["number"](value) or value <= wanted else [f"{where} is above {wanted}"]

    def check_maxlength(self, value, wanted, _schema, where):
        return [] if not isinstance(value, str) or len(value) <= wanted else [f"{where} is too long"]

    def check_minitems(self, value, wanted, _schema, where):
        return [] if not isinstance(value, list) or len(value) >= wanted else [f"{where} is too short"]

    def check_maxitems(self, value, wanted, _schema, where):
        return [] if not isinstance(value, list) or len(value) <= wanted else [f"{where} is too long"]

    def check_properties(self, value, wanted, _schema, where):
        found = []
        for name, schema in wanted.items():
            if isinstance(value, dict) and name in value:
                found += self.faults(value[name], schema, f"{where}.{name}")
        return found

    def check_required(self, value, wanted, _schema, where):
        return [f"{where} lacks {name}" for name in wanted if isinstance(value, dict) and name not in value]

    def check_additionalproperties(self, value, wanted, schema, where):
        if wanted is not False or not isinstance(value, dict):
            return []
        return [f"{where} has {name} beside" for name in value if name not in schema["properties"]]

    def check_items(self, value, wanted, _schema, where):
        found = []
        for place, item in enumerate(value if isinstance(value, list) else []):
            found += self.faults(item, wanted, f"{where}[{place}]")
        return found

    def check_prefixitems(self, value, wanted, _schema, where):
        found = []
        for place, (item, schema) in enumerate(zip(value, wanted) if isinstance(value, list) else []):
            found += self.faults(item, schema, f"{where}[{place}]")
        return found

    def check_oneof(self, value, wanted, _schema, where):
        fitting = sum(not self.faults(value, schema, where) for schema in wanted)
        return [] if fitting == 1 else [f"{where} fits {fitting} of its forms"]

"""check_schema.py SCHEMA FILE: validates FILE against SCHEMA.

FILE holds a JSON document, the byte 0x1e, and the same as NDJSON, whose objects are validated against the definition
of the schema that is named after their type. Ends with an exception, status 1, if FILE is invalid.
"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    document, lines = file.read().split("\x1e")
Validator = jsonschema.Draft202012Validator
Validator.check_schema(schema)
Validator(schema).validate(json.loads(document))
for line in lines.splitlines():
    value = json.loads(line)
    name = value.pop("type")
    if name == "summary":
        lists = [key for key, part in schema["properties"].items() if part.get("type") == "array"]
        value.update({key: [] for key in lists})
        part = schema
    else:
        part = {"$ref": "#/$defs/" + name, "$defs": schema["$defs"]}
    Validator(part).validate(value)

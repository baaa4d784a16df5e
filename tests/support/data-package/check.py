"""Checks a zipped data package against what Frictionless Data publishes (Data Package 1, Tabular Data Resource 1, Table Schema 1,
CSV Dialect 1), with nothing but the standard library: it shares no line with the program that wrote the package.
Prints a line for each fault; exits 1 where there is one. Usage: python3 check.py package.zip
"""

import csv
import io
import json
import re
import sys
import zipfile

NAME = re.compile(r"^[-a-z0-9._/]+$")
PACKAGE = {"name", "id", "licenses", "profile", "title", "description", "homepage", "version", "sources", "contributors",
           "keywords", "image", "created", "resources"}
RESOURCE = {"name", "path", "data", "profile", "title", "description", "format", "mediatype", "encoding", "bytes", "hash",
            "sources", "licenses", "schema", "dialect"}
FIELD = {"name", "title", "type", "format", "description", "constraints", "rdfType", "unit", "example"}
TYPES = {
    "string": lambda text: True,
    "integer": lambda text: re.fullmatch(r"[+-]?\d+", text),
    "number": lambda text: re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|NaN|-?INF", text),
    "boolean": lambda text: text in ("true", "True", "TRUE", "1", "false", "False", "FALSE", "0"),
}
CONSTRAINTS = {"required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum"}
DIALECT = {"delimiter", "lineTerminator", "quoteChar", "doubleQuote", "escapeChar", "nullSequence", "skipInitialSpace",
           "header", "commentChar", "caseSensitiveHeader", "csvddfVersion"}
faults = []


def say(where, what):
    faults.append(f"{where}: {what}")


def listed(value):
    return value if isinstance(value, list) else [value]


def known(where, thing, words):
    for key in thing:
        if key not in words and ":" not in key:
            say(where, f"unknown property {key}")


def rows_of(content, where, dialect):
    # UTF-8 may begin with its mark (RFC 3629, 6): spreadsheets know the encoding by nothing else.
    text = content.decode("utf-8-sig")
    end = dialect.get("lineTerminator", "\r\n")
    if text and not text.endswith(end):
        say(where, "last line does not end as the dialect says")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.get("delimiter", ","),
                        quotechar=dialect.get("quoteChar", '"'), doublequote=dialect.get("doubleQuote", True), strict=True)
    rows = list(reader)
    quote = dialect.get("quoteChar", '"')
    bare = re.sub(f"{quote}[^{quote}]*{quote}", "", text)
    if bare.count(end) != len(rows) or bare.replace(end, "").strip("\n\r") != bare.replace(end, ""):
        say(where, "lines do not end as the dialect says")
    return rows


def check_table(where, resource, content):
    schema = resource.get("schema")
    if not isinstance(schema, dict) or not schema.get("fields"):
        say(where, "no schema with fields")
        return []
    dialect = resource.get("dialect", {})
    known(f"{where}.dialect", dialect, DIALECT)
    known(f"{where}.schema", schema, {"fields", "primaryKey", "foreignKeys", "missingValues"})
    fields = schema["fields"]
    names = [field.get("name") for field in fields]
    if len(set(names)) != len(names):
        say(where, "two fields of one name")
    for field in fields:
        at = f"{where}.{field.get('name')}"
        known(at, field, FIELD)
        if field.get("type") not in TYPES:
            say(at, f"type {field.get('type')}")
        known(f"{at}.constraints", field.get("constraints", {}), CONSTRAINTS)
    rows = rows_of(content, where, dialect)
    if not rows or rows[0] != names:
        say(where, f"header {rows[:1]} is not the fields {names}")
        return []
    missing = schema.get("missingValues", [""])
    key = listed(schema.get("primaryKey", []))
    for name in key:
        if name not in names:
            say(where, f"primary key names {name}")
    records, seen = [], set()
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(names):
            say(where, f"line {number} has {len(row)} cells")
            continue
        record = dict(zip(names, row))
        records.append(record)
        for field, text in zip(fields, row):
            at = f"{where}.{field['name']} line {number}"
            constraints = field.get("constraints", {})
            if text in missing:
                if constraints.get("required"):
                    say(at, "missing")
                continue
            if not TYPES.get(field.get("type"), TYPES["string"])(text):
                say(at, f"{text!r} is no {field.get('type')}")
            if "enum" in constraints and text not in constraints["enum"]:
                say(at, f"{text!r} is none of {constraints['enum']}")
        own = tuple(record.get(name) for name in key)
        if key and (own in seen or any(part in missing for part in own)):
            say(where, f"line {number}: primary key {own} twice or missing")
        seen.add(own)
    return records


def main(path):
    with zipfile.ZipFile(path) as archive:
        package = json.loads(archive.read("datapackage.json").decode("utf-8"))
        known("package", package, PACKAGE)
        if not NAME.match(package.get("name", "")):
            say("package", f"name {package.get('name')!r}")
        for source in package.get("sources", []):
            if "title" not in source:
                say("package", "a source without a title")
        resources = package.get("resources")
        if not isinstance(resources, list) or not resources:
            say("package", "no resources")
            return
        tables = {}
        for resource in resources:
            name, place = resource.get("name", ""), resource.get("path", "")
            known(name, resource, RESOURCE)
            if not NAME.match(name) or name in tables:
                say(name, "no name, or one that another has")
            if place.startswith(("/", "~")) or ".." in place.split("/") or place not in archive.namelist():
                say(name, f"path {place!r}")
                continue
            if resource.get("profile") == "tabular-data-resource":
                tables[name] = (resource, check_table(name, resource, archive.read(place)))
        for name, (resource, records) in tables.items():
            for foreign in resource["schema"].get("foreignKeys", []):
                own, reference = listed(foreign["fields"]), foreign["reference"]
                other = tables.get(reference["resource"] or name)
                if other is None or len(own) != len(listed(reference["fields"])):
                    say(name, f"foreign key to {reference}")
                    continue
                there = {tuple(record.get(field) for field in listed(reference["fields"])) for record in other[1]}
                for number, record in enumerate(records, 2):
                    if tuple(record.get(field) for field in own) not in there:
                        say(name, f"line {number}: no row of {reference['resource']} for {own}")
        print(f"{len(tables)} tables, {sum(len(records) for _, records in tables.values())} rows")


main(sys.argv[1])
print("\n".join(faults))
sys.exit(1 if faults else 0)

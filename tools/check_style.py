#!/usr/bin/env python3
"""check_style.py [TREE]: what CONTRIBUTING.md says of layout, lengths and names, as far as a machine can check it.

Layout is clang-format's. No source is longer than 300 lines, no function longer than 40. File names are unique
without their folders, and so are the tags of structs, unions and enums. A public function begins with a noun of
its file or its room, and is defined in the source of the header that declares it. A subject of a commit is
`room: what changes`, at most 60 characters.

What may differ is listed below with its reason; an entry that is no longer needed is an offence, too.
"""
import collections
import pathlib
import re
import subprocess
import sys

MAX_FILE_LINES, MAX_FUNCTION_LINES, MAX_SUBJECT_LENGTH = 300, 40, 60

LONG_FILES = {}
LONG_FUNCTIONS = {
    "tests/support/report_fixture.c:usual_report": "the data of a fixture, one initializer",
    "tests/support/report_parts_edges.c:bare_report": "the data of a fixture, one initializer",
    "tests/support/report_parts_edges.c:hostile_report": "the data of a fixture, one initializer",
    "tests/support/report_parts_reasons.c:usual_reasons": "the data of a fixture, one initializer",
}
# Chosen by the Makefile, one or the other: they define the same names.
TWINS = {"gzip_member_isal": "gzip_member", "gzip_member_zlib": "gzip_member",
         "sandbox_none": "sandbox_limits", "sandbox_linux": "sandbox_limits"}
SYSTEMS = {"posix", "linux", "windows"}
# The first commit after which subjects are checked.
FIRST_COMMIT = "58921376ac93c9b4f781a440a8d2a1e364e6c787"

COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)
TAG = re.compile(r"\b(struct|union|enum) ([a-z]\w*) \{")
# The cases of a test; they are no part of its length.
TABLE = re.compile(r"^    (static )?const \S[^;]*?\{.*?\};\n", re.S | re.M)
DEFINITION = re.compile(r"^(?P<head>(?:[A-Za-z_][^\n;={}#]*?\b)?(?P<name>[a-z]\w*|Test)\([^;{}]*?\))(?: __attribute__\(\(.*?\)\))?\n\{\n(?P<body>.*?)^\}$", re.S | re.M)
PROTOTYPE = re.compile(r"^(?!static|typedef|return|extern)[A-Za-z_][\w \*\n]*?\b([a-z]\w*)\((?:[^;{}()]|\([^;{}()]*(?:\([^()]*\))?[^;{}()]*\))*\)\s*(?:__attribute__\(\(.*?\)\)\)?)?;", re.M)


class Style:
    def __init__(self, tree):
        self.tree, self.offences, self.used = tree, [], set()
        self.sources = {path: path.read_text(encoding="utf-8") for folder in ("src", "tests", "tools", "bench", "include", "samples")
                        for path in sorted((tree / folder).rglob("*.[ch]"))}
        self.plain = {path: COMMENT_OR_TEXT.sub(lambda text: re.sub(r"[^\n]", " ", text[0]), text) for path, text in self.sources.items()}

    def offend(self, path, line, what):
        self.offences.append(f"{path.relative_to(self.tree)}:{line}: {what}")

    def is_excused(self, table, key):
        self.used.add((id(table), key))
        return key in table

    def check_layout(self):
        run = subprocess.run(["clang-format", "--dry-run", "-Werror", *map(str, self.sources)], cwd=self.tree, text=True, check=False,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for line in run.stdout.splitlines():
            if "error:" in line:
                self.offences.append(line.replace(f"{self.tree}/", ""))

    def check_lengths(self):
        for path, text in self.sources.items():
            lines = text.count("\n")
            if lines > MAX_FILE_LINES and not self.is_excused(LONG_FILES, str(path.relative_to(self.tree))):
                self.offend(path, 1, f"{lines} lines, not {MAX_FILE_LINES}")
            for match in DEFINITION.finditer(self.plain[path]):
                body = TABLE.sub("", match[0]) if match["name"] == "Test" else match[0]
                length = body.count("\n") + 1
                if length > MAX_FUNCTION_LINES and not self.is_excused(LONG_FUNCTIONS, f"{path.relative_to(self.tree)}:{match['name']}"):
                    self.offend(path, text[:match.start()].count("\n") + 1, f"{match['name']} has {length} lines, not {MAX_FUNCTION_LINES}")

    def is_source(self, path):
        return path.relative_to(self.tree).parts[0] == "src"

    def check_unique_names(self):
        places, tags = collections.defaultdict(set), collections.defaultdict(set)
        for path in self.sources:
            system = SYSTEMS & set(path.parts)
            stem = TWINS.get(path.stem, path.stem)
            places[path.name].add(path.parent.parent if system else path)
            if self.is_source(path):
                for match in TAG.finditer(self.plain[path]):
                    tags[match[2]].add((path.parent.parent if system else path.parent) / stem)
        for name, found in places.items():
            if len(found) > 1:
                self.offend(min(found), 1, f"{name} is the name of {len(found)} files")
        for tag, found in tags.items():
            if len(found) > 1:
                self.offend(self.tree / "src", 0, f"{tag} is the tag of {len(found)} things: {', '.join(sorted(place.name for place in found))}")

    def check_public_functions(self):
        homes = collections.defaultdict(set)
        for path in filter(self.is_source, self.sources):
            for match in DEFINITION.finditer(self.plain[path]):
                if path.suffix == ".c" and not match["head"].startswith("static"):
                    homes[match["name"]].add(TWINS.get(path.stem, path.stem))
        for path in filter(self.is_source, self.sources):
            if path.suffix != ".h":
                continue
            rooms = [part for part in path.relative_to(self.tree / "src").parts[:-1] if part not in SYSTEMS]
            for match in PROTOTYPE.finditer(self.plain[path]):
                name, line = match[1], self.plain[path][:match.start(1)].count("\n") + 1
                nouns = {word.rstrip("s") for word in (*path.stem.split("_"), *rooms)}
                if name.split("_")[0].rstrip("s") not in nouns:
                    self.offend(path, line, f"{name} begins with no noun of its file or room")
                if homes[name] and path.stem not in homes[name] and not path.stem.endswith("_private"):
                    self.offend(path, line, f"{name} is defined in {', '.join(homes[name])}")

    def check_subjects(self):
        if not (self.tree / ".git").exists():
            return
        known = subprocess.run(["git", "cat-file", "-e", FIRST_COMMIT], cwd=self.tree, stderr=subprocess.DEVNULL, check=False)
        if known.returncode != 0:
            print("check_style: the commits before this one are not here, their subjects are not checked")
            return
        log = subprocess.run(["git", "log", "--no-merges", "--format=%h %s", f"{FIRST_COMMIT}.."], cwd=self.tree, stdout=subprocess.PIPE, text=True, check=True)
        for commit, subject in (line.split(" ", 1) for line in log.stdout.splitlines()):
            if len(subject) > MAX_SUBJECT_LENGTH or not re.match(r"[a-z]+(, [a-z]+)*: [a-z]\S* \S", subject) or subject.endswith("."):
                self.offences.append(f"commit {commit}: {subject}: not `room: what changes` in {MAX_SUBJECT_LENGTH} characters")

    def check_excuses(self):
        for table, name in ((LONG_FILES, "LONG_FILES"), (LONG_FUNCTIONS, "LONG_FUNCTIONS")):
            for key in table:
                if (id(table), key) not in self.used and (self.tree / key.split(":")[0]).exists():
                    self.offences.append(f"tools/check_style.py: {name} excuses {key}, which needs no excuse")


def main():
    style = Style(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve())
    checks = (style.check_layout, style.check_lengths, style.check_unique_names, style.check_public_functions, style.check_subjects, style.check_excuses)
    for check in checks:
        check()
    print("\n".join(style.offences[:200]))
    print(f"{len(style.sources)} files, {len(style.offences)} offences")
    return 1 if style.offences else 0


sys.exit(main())

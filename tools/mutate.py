#!/usr/bin/env python3
"""mutate.py BUILD [SEED]: plants 50 small faults in the sources, one at a time, and counts those that the tests catch.

A fault is one change inside a function of src/: a comparison or condition that is off, or a check that is removed.
The same seed gives the same faults, most of which survive other changes of the sources. Each is planted in a copy of
the tree below BUILD, which is built without sanitizers and tested by the units, the samples of the grammars, the
cases, the sandbox, hostile names and injected faults, up to the first failure; a test that hangs has failed. A change
that does not compile, or compiles to the same code, is replaced by the next. Exit status 1 if fewer than 45 are
caught.
"""
import collections
import hashlib
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading

FAULTS, LEAST_CAUGHT, WORKERS = 50, 45, 2
CASES_AT_A_TIME = 30
MAX_CPU_SECONDS, MAX_SECONDS, MAX_DATA_BYTES = 60, 900, 4 << 30
MAKE = ["make", "-s", "-f", "Makefile", "SANITIZERS=-g0", "build/check/units", "build/check/marsift", "build/marsift",
        "build/sandbox-probe", "build/check/injection.so"]
UNITS = ["build/check/units", "--fail-fast", "-j1", "--filter"]
SLOW_SUITE = "input_damage"  # half of the time of all units
NOT_COPIED = shutil.ignore_patterns(".git", "build", "build-*", "__pycache__")

# (kind of fault, pattern in code without strings and comments, replacement; None: the number plus 1).
CHANGES = [
    ("comparison off by one", r" (<) ", "<="), ("comparison off by one", r" (<=) ", "<"),
    ("comparison off by one", r" (>) ", ">="), ("comparison off by one", r" (>=) ", ">"),
    ("comparison flipped", r" (==) ", "!="), ("comparison flipped", r" (!=) ", "=="),
    ("and for or", r" (\|\|)(?: |$)", "&&"), ("or for and", r" (&&)(?: |$)", "||"),
    ("one dropped", r"( [+-] 1)\b(?![.x])", ""), ("not dropped", r"(!)(?=[a-z(])", ""),
    ("answer flipped", r"\b(return true);", "return false"), ("answer flipped", r"\b(return false);", "return true"),
    ("constant off by one", r"(?<![\w.\]-])([2-9]|[1-9]\d+)(?![\w.])", None),
]
CONDITION = re.compile(r"^( *(?:\} else )?(?:if|while) \()(.*)(\)(?: \{)?)$")
LEAVING = re.compile(r"^ *(?:return\b[^;]*|continue|break);$")


def without_texts(source):
    """Returns `source` with comments, strings and character constants overwritten by blanks."""
    blanked = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
    return blanked.sub(lambda text: re.sub(r"[^\n]", " ", text[0]), source)


def faults_of_line(lines, blanked, at):
    """Yields (kind, {line number: new line}) for each fault that line `at` can have."""
    line, code = lines[at], blanked[at]
    for what, pattern, instead in CHANGES:
        for match in re.finditer(pattern, code):
            start, end = match.span(1)
            new = str(int(match[1]) + 1) if instead is None else instead
            yield what, {at: line[:start] + new + line[end:]}
    condition = CONDITION.match(code)
    if condition and code.count("(") == code.count(")"):
        start, end = condition.span(2)
        yield "condition negated", {at: f"{line[:start]}!({line[start:end]}){line[end:]}"}
        if code.lstrip().startswith("if") and at + 1 < len(lines) and LEAVING.match(blanked[at + 1]):
            yield "check dropped", {at: "", at + 1: ""}


Fault = collections.namedtuple("Fault", "path line what was change twin")


def faults_of_tree():
    """Returns all faults of all functions, by kind. `twin` numbers equal faults within a file."""
    by_kind, twins = {}, collections.Counter()
    for path in sorted(pathlib.Path("src").rglob("*.c")):
        lines = path.read_text().split("\n")
        blanked = without_texts(path.read_text()).split("\n")
        is_inside = False
        for at, code in enumerate(blanked):
            is_inside = code == "{" or (is_inside and code != "}")
            if is_inside and "static const" not in code:
                for what, change in faults_of_line(lines, blanked, at):
                    was = lines[at].strip()
                    twins[path, what, was, change[at]] += 1
                    fault = Fault(path, at + 1, what, was, change, twins[path, what, was, change[at]])
                    by_kind.setdefault(what, []).append(fault)
    return by_kind


def chosen(seed):
    """Yields the faults in the order in which they are tried: one of each kind in turn."""
    def draw(fault):
        """Returns a hash that depends only on the seed and the fault, not on the rest of the sources."""
        place = (seed, str(fault.path), fault.what, fault.was, sorted(fault.change.values()), fault.twin)
        return hashlib.sha256(repr(place).encode()).digest()

    piles = [sorted(pile, key=draw) for _, pile in sorted(faults_of_tree().items())]
    while any(piles):
        for pile in piles:
            if pile:
                yield pile.pop()


def limit_resources():
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_SECONDS, MAX_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MAX_DATA_BYTES, MAX_DATA_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Tree:
    """A copy of the sources that is built and tested separately."""

    def __init__(self, root):
        self.root = root

    def does(self, command, **options):
        """Returns true if the command succeeds in time."""
        with subprocess.Popen(command, cwd=self.root, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, start_new_session=True, **options) as process:
            try:
                return process.wait(timeout=MAX_SECONDS) == 0
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return False

    def builds(self):
        return self.does(MAKE)

    def failing_step(self, room):
        """Returns the first test step that fails, beginning with the units of `room`; None if all pass."""
        filters = [f"@({room}_)!(damage)/*", f"!({room}_*|{SLOW_SUITE})/*"]
        steps = [("units", UNITS + [suites]) for suites in filters] + [("samples", ["build/check/marsift", "check"])]
        cases = sorted(path.name for path in (self.root / "tests/cases").iterdir())
        for first in range(0, len(cases), CASES_AT_A_TIME):
            names = cases[first:first + CASES_AT_A_TIME]
            steps.append(("cases", ["sh", "tests/run_cases.sh", "build/check/marsift", *names]))
        steps.append(("sandbox", ["sh", "tests/check_sandbox.sh", "build"]))
        steps.append(("names", ["python3", "tests/check_names.py", "build"]))
        steps.append(("units", UNITS + [f"{SLOW_SUITE}/*"]))
        steps.append(("faults", ["python3", "tests/faults/check.py", "build"]))
        return next((name for name, command in steps if not self.does(command, preexec_fn=limit_resources)), None)

    def verdict_on(self, path, change):
        """Returns "caught by ...", "survived", or None if the change is no fault."""
        source = self.root / path
        built = self.root / "build/check" / path.relative_to("src").with_suffix(".o")
        original, code = source.read_text(), built.read_bytes()
        lines = original.split("\n")
        for at, line in change.items():
            lines[at] = line
        try:
            source.write_text("\n".join(lines))
            if not self.builds() or built.read_bytes() == code:
                return None
            step = self.failing_step(path.parts[1])
            return f"caught by {step}" if step else "survived"
        finally:
            source.write_text(original)
            if not self.builds():
                sys.exit(f"{path} no longer builds")


class Trial:
    """Hands out faults to the workers and collects the verdicts."""

    def __init__(self, seed):
        self.faults = chosen(seed)
        self.lock = threading.Lock()
        self.pending = 0
        self.verdicts = []

    def next_fault(self):
        with self.lock:
            if len(self.verdicts) + self.pending == FAULTS:
                return None
            self.pending += 1
            return next(self.faults)

    def record(self, fault, verdict):
        with self.lock:
            self.pending -= 1
            if verdict is None:
                return
            self.verdicts.append(verdict)
            becomes = fault.change[fault.line - 1].strip() or "(nothing)"
            print(f"{len(self.verdicts):2} {verdict}: {fault.path}:{fault.line}: {fault.what}: {fault.was}  ->  {becomes}", flush=True)

    def work(self, tree):
        while (fault := self.next_fault()) is not None:
            verdict = None
            try:
                verdict = tree.verdict_on(fault.path, fault.change)
            finally:
                self.record(fault, verdict)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    shutil.rmtree(folder, ignore_errors=True)
    trees = [Tree(folder / f"tree-{number}") for number in range(WORKERS)]
    shutil.copytree(".", trees[0].root, ignore=NOT_COPIED, symlinks=True)
    if not trees[0].builds():
        sys.exit(f"{trees[0].root} does not build")
    step = trees[0].failing_step("cli")
    if step:
        sys.exit(f"{step} fail without any fault, see {trees[0].root}")
    for tree in trees[1:]:
        shutil.copytree(trees[0].root, tree.root, symlinks=True)
    trial = Trial(seed)
    workers = [threading.Thread(target=trial.work, args=(tree,)) for tree in trees]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    caught = sum(verdict != "survived" for verdict in trial.verdicts)
    print(f"seed {seed}: {caught} of {len(trial.verdicts)} caught")
    return 0 if caught >= LEAST_CAUGHT else 1


sys.exit(main())

#!/usr/bin/env python3
"""check_wrappers.py BINARY: checks that a log reads the same whatever its lines went through.

Wraps the sample log and list, and lists in other forms, as searches, mails, terminals, web pages and transports of
logs do, also twice, and in UTF-16. Failed files, jobs, times, hosts and the number of lines must be those of the text
itself. Prints the first 40 failures. Exit status 1 if there are any.
"""
import html
import json
import os
import quopri
import re
import subprocess
import sys
import tempfile
import textwrap

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOG = "CBEngineCurr.errlog"
LIST = "LastBackupFailedFiles17af1_7_21_2024_01_00_03.txt"
PATHS_ONLY = [r"D:\Data\12-1.txt", r"D:\Data\R&D\a.docx", r"\\NAS1\share\x y.pst", r"E:\new\table (2).xls"]
CODES_LAST = [r"D:\Data\1-2-3.txt 0x80070005", r"D:\Data\R&D\it's, final.docx 0x80070020", r"E:\tab\b.xls 0x80070570"]
MESSAGES = [r"D:\Data\a.txt : Access is denied.", r"E:\b\c.txt : The system cannot find the file specified."]


def numbered(form):
    return lambda lines: [form % (number, line) for number, line in enumerate(lines, 1)]


def each(form):
    return lambda lines: [form % line for line in lines]


def changed(change):
    return lambda lines: [change(line) for line in lines]


def grep_context(name):
    """Matches with a colon, their context with a dash, and two dashes between groups."""
    def wrap(lines):
        out = []
        for number, line in enumerate(lines, 1):
            mark = ":" if "Failed" in line or "0x" in line else "-"
            out.append(f"{name}{mark if name else ''}{number}{mark}{line}")
            if number % 7 == 0:
                out.append("--")
        return out
    return wrap


def color(lines):
    red = lambda match: f"\x1b[01;31m\x1b[K{match[0]}\x1b[m\x1b[K"
    return [re.sub(r"Failed|Data|on file", red, f"\x1b[32m\x1b[K{number}\x1b[m\x1b[K\x1b[36m\x1b[K:\x1b[m\x1b[K{line}")
            for number, line in enumerate(lines, 1)]


def docker(line):
    return json.dumps({"log": line + "\n", "stream": "stdout", "time": "2024-07-21T03:00:00.123456789Z"}, ensure_ascii=False)


def select_string(lines):
    return [f"{'>' if 'Failed' in line or '0x' in line else ' '} {LOG}:{number}:{line}" for number, line in enumerate(lines, 1)]


def select_list(lines):
    """Format-List of what Select-String found."""
    out = [""]
    for number, line in enumerate(lines, 1):
        out += ["IgnoreCase : True", f"LineNumber : {number}", f"Line       : {line}", f"Filename   : {LOG}",
                f"Path       : C:\\Temp\\{LOG}", "Pattern    : .", "Context    : ", "Matches    : {0}", ""]
    return out


def export_csv(separator):
    """Export-Csv of the same."""
    def wrap(lines):
        rows = [["IgnoreCase", "LineNumber", "Line", "Filename", "Path", "Pattern"]]
        rows += [["True", str(number), line, LOG, f"C:\\Temp\\{LOG}", "."] for number, line in enumerate(lines, 1)]
        return [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return wrap


def diff(lines):
    marks = "+- "
    return ["--- a/" + LOG, "+++ b/" + LOG, f"@@ -1,{len(lines)} +1,{len(lines)} @@"] + [
        marks[number % 3] + line for number, line in enumerate(lines)]


def heading(name, form):
    return lambda lines: [name] + numbered(form)(lines) + [""]


def table(lines):
    return ["| Trace |", "|:------|"] + [f"| {line} |" for line in lines]


def separated(separator):
    return lambda lines: [line.replace("\t", separator, 10) if line.count("\t") >= 10 else line for line in lines]


def broken(width, trims=False):
    """A screen shows tabs as blanks and breaks lines; copied text may have lost the blanks at the ends of lines."""
    def wrap(lines):
        parts = [line[at:at + width] for line in map(str.expandtabs, lines) for at in range(0, max(len(line), 1), width)]
        return [part.rstrip() for part in parts] if trims else parts
    return wrap


def broken_between_words(width):
    return lambda lines: [part for line in lines for part in
                          textwrap.wrap(line.expandtabs(), width, break_long_words=False, break_on_hyphens=False) or [""]]


# Name, what wraps, and which texts: all, or engine logs only.
WRAPPERS = [
    ("grep -n", numbered("%d:%s"), "all"),
    ("grep -n -T", numbered("%4d:\t%s"), "all"),
    ("grep -H", each(LOG + ":%s"), "all"),
    ("grep -Hn", numbered("./logs/" + LOG + ":%d:%s"), "all"),
    ("grep -C", grep_context(""), "all"),
    ("grep -HC", grep_context("a-1/" + LOG), "all"),
    ("cat -n", numbered("%6d\t%s"), "all"),
    ("nl", numbered("%6d  %s"), "all"),
    ("less -N", numbered("%7d %s"), "all"),
    ("rg --heading of two", lambda lines: heading("a-1/" + LOG, "%d:%s")(lines[:len(lines) // 2])
     + heading("a-1/" + LOG, "%d:%s")(lines[len(lines) // 2:]), "all"),
    ("bat", numbered("%4d │ %s"), "all"),
    ("rg --heading", heading("logs/" + LOG, "%d:%s"), "all"),
    ("rg --column", numbered(LOG + ":%d:1:%s"), "all"),
    ("VS Code", heading("C:\\logs\\" + LOG + ":", "  %d,12: %s"), "all"),
    ("search editor", heading(LOG + ":", "  %d: %s"), "all"),
    ("Notepad++", lambda lines: ['Search "a" (9 hits in 1 file of 1 searched)', f"  C:\\logs\\{LOG} (9 hits)"]
     + numbered("\tLine %4d: %s")(lines), "all"),
    ("Notepad++ in Japanese", lambda lines: [f"  C:\\logs\\{LOG} (9 ヒット)"] + numbered("\t行 %4d: %s")(lines), "all"),
    ("findstr /n", numbered("%d:%s"), "all"),
    ("findstr /s", each("C:\\Temp\\" + LOG + ":%s"), "all"),
    ("findstr /s /n", numbered("C:\\Temp\\" + LOG + ":%d:%s"), "all"),
    ("find /n", numbered("[%d]%s"), "all"),
    ("Select-String", numbered(LOG + ":%d:%s"), "all"),
    ("Select-String -Context", select_string, "all"),
    ("Select-String list", select_list, "all"),
    ("Export-Csv", export_csv(","), "all"),
    ("Export-Csv with semicolons", export_csv(";"), "all"),
    ("diff", diff, "all"),
    ("Visual Studio", numbered("  C:\\logs\\" + LOG + "(%d):%s"), "all"),
    ("colours", color, "all"),
    ("syslog", each("<14>Jul 21 03:00:05 logger mars[12]: %s"), "all"),
    ("syslog 5424", each("<14>1 2024-07-21T03:00:05.003Z logger mars 12 - - %s"), "all"),
    ("syslog 5424 with data", each('<14>1 2024-07-21T03:00:05Z logger mars 12 id [a@1 b="c"] \ufeff%s'), "all"),
    ("journalctl", each("Jul 21 03:00:05 logger mars[12]: %s"), "all"),
    ("journalctl -o short-iso", each("2024-07-21T03:00:05+0000 logger mars[12]: %s"), "all"),
    ("docker", changed(docker), "all"),
    ("docker logs -t", each("2024-07-21T03:00:05.123456789Z %s"), "all"),
    ("docker compose", each("mars-1  | %s"), "all"),
    ("kubernetes", each("2024-07-21T03:00:05.123456789Z stdout F %s"), "all"),
    ("commas", separated(","), "log"),
    ("semicolons", separated(";"), "log"),
    ("bars", separated(" | "), "log"),
    ("blanks", separated("    "), "log"),
    ("no-break spaces", changed(lambda line: line.replace("\t", "\u00a0" * 4).replace(": ", ":\u00a0")), "log"),
    ("ideographic spaces", changed(lambda line: line.replace("\t", "\u3000")), "log"),
    ("entities", changed(lambda line: html.escape(line).replace("\\", "&#92;").replace("\t", "&nbsp;&nbsp; ")), "all"),
    ("line breaks", each("%s<br>"), "all"),
    ("line breaks in lower XHTML", each("%s<br />"), "all"),
    ("quoted-printable", lambda lines: quopri.encodestring("\n".join(lines).encode()).decode().split("\n"), "all"),
    ("paragraphs", each("<p>%s</p>"), "all"),
    ("JSON string", changed(lambda line: json.dumps(line, ensure_ascii=False)[1:-1]), "all"),
    ("zero-width spaces", changed(lambda line: line.replace("\\", "\\\u200b")), "all"),
    ("mark on each line", each("\ufeff%s"), "all"),
    ("direction marks", changed(lambda line: re.sub(r"([A-Z]:\\)", "\u202a\\1", line)), "all"),
    ("Markdown table", table, "all"),
    ("code fence", lambda lines: ["```text"] + lines + ["```"], "all"),
    ("indented code", each("    %s"), "all"),
    ("mail", each("> %s"), "all"),
    ("mail, three levels", each("> >> %s"), "all"),
    ("mail with a greeting", lambda lines: ["On Monday somebody wrote:", ""] + [f"> {line}" for line in lines], "all"),
    ("list", each("- %s"), "all"),
    ("list with stars", each("* %s"), "all"),
    ("list with dots", each("• %s"), "all"),
    ("trailing blanks", each("%s   "), "all"),
    ("CR LF", each("%s\r"), "all"),
    ("80 columns", broken(80), "log"),
    ("120 columns, trimmed", broken(120, trims=True), "log"),
    ("words of 100 columns", broken_between_words(100), "log"),
]
PAIRS = [
    ("grep -n", "mail"), ("mail", "grep -n"), ("colours", "grep -Hn"), ("grep -C", "mail"), ("entities", "line breaks"),
    ("kubernetes", "docker compose"), ("JSON string", "mail"), ("syslog", "grep -n"), ("code fence", "mail"),
    ("commas", "grep -Hn"), ("Markdown table", "mail"), ("syslog", "docker"), ("colours", "docker"), ("mail", "CR LF"),
    ("cat -n", "mark on each line"), ("no-break spaces", "mail"), ("grep -Hn", "syslog"), ("zero-width spaces", "list"),
    ("Export-Csv", "mail"), ("Select-String list", "mail"), ("diff", "mail"), ("80 columns", "mail"), ("words of 100 columns", "grep -n"), ("120 columns, trimmed", "line breaks"),
]

failures = []


def run(binary, content, encoding, arguments):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text.txt")
        with open(path, "wb") as file:
            file.write(content.encode(encoding))
        result = subprocess.run([binary, *arguments, "--year", "2024", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        return json.loads(result.stdout)


def reading(binary, lines, encoding="utf-8", hosts=True):
    """What must not depend on the wrapper: hosts only where the wrapper names none."""
    content = "".join(line + "\n" for line in lines)
    files = run(binary, content, encoding, ["files", "-f", "json"])
    report = run(binary, content, encoding, ["-f", "json"])
    keys = ["job", "time", "code", "operation", "path", "origin"] + (["host"] if hosts else [])
    rows = sorted(tuple(row[key] for key in keys) for row in files)
    jobs = sorted((job["name"], job["state"], job["start"], job["end"], job["files"]) for job in report["jobs"])
    books = report["books"]
    count = {key: books[key] for key in ("failed_files", "findings", "other_failures", "noise", "unparsed")}
    return {"files": rows, "jobs": jobs, "books": count}, books["lines"], books["balanced"]


def names_host(wrapper):
    return any(word in wrapper for word in ("syslog", "journalctl", "-HC", "--heading of two"))


def check(binary, name, wanted, wrapped, encoding):
    found, line_count, is_balanced = reading(binary, wrapped, encoding, hosts=not names_host(name))
    if line_count != len(wrapped) or not is_balanced:
        failures.append(f"{name}: {line_count} lines, not {len(wrapped)}, balanced: {is_balanced}")
    for key, value in wanted.items():
        if "Markdown" in name or "greeting" in name:  # a heading of no log
            value = {**value, "unparsed": found[key]["unparsed"]} if key == "books" else value
        if found[key] != value:
            missing = [item for item in value if item not in found[key]][:2] if isinstance(value, list) else value
            extra = [item for item in found[key] if item not in value][:2] if isinstance(value, list) else found[key]
            failures.append(f"{name}: {key}: wanted {missing}, found {extra}")


def main():
    binary = os.path.abspath(sys.argv[1])
    texts = {"list of paths": PATHS_ONLY, "list with codes": CODES_LAST, "list with messages": MESSAGES}
    for key, name in (("log", LOG), ("list", LIST)):
        with open(os.path.join(ROOT, "samples", name), encoding="utf-8-sig", newline="") as file:
            texts[key] = file.read().replace("\r\n", "\n").rstrip("\n").split("\n")
    wraps = {name: (wrap, kind) for name, wrap, kind in WRAPPERS}
    for text_name, text in texts.items():
        # Paths alone are a list of failed files only if there is nothing else.
        other = ("Markdown table", "mail with a greeting") if text_name == "list of paths" else ()
        wanted = {has_host: reading(binary, text, hosts=not has_host)[0] for has_host in (False, True)}
        for name, wrap, kind in WRAPPERS:
            if (kind == "all" or text_name == "log") and name not in other:
                for encoding in ("utf-8", "utf-16") if text_name == "log" else ("utf-8",):
                    check(binary, f"{name} of {text_name} in {encoding}", wanted[names_host(name)], wrap(text), encoding)
        for first, second in PAIRS:
            if (wraps[first][1] == "all" or text_name == "log") and first not in other:
                wrapped = wraps[second][0](wraps[first][0](text))
                check(binary, f"{first}, then {second} of {text_name}", wanted[names_host(first + second)], wrapped, "utf-8")
    print("\n".join(failures[:40]))
    print(f"check_wrappers: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

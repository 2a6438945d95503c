#!/usr/bin/env python3
"""rules.py GRAMMAR COUNT: the engine log's grammar with so many more rules, each with a literal of its own, so
that the cost of a rule can be measured."""
import sys

RULE = """  - name: measured-{number}
    verdict: other-failure
    pattern: 'measured failure {number} of volume (?<symbol>\\w+)'
    samples:
      - line: "WARNING\\tmeasured failure {number} of volume D"
        expect: {{ symbol: D }}
    not_samples:
      - "WARNING\\tmeasured failure {number} of no volume"
"""

grammar = open(sys.argv[1]).read()
before, behind = grammar.split("rules:\n", 1)
print(before + "rules:\n" + "".join(RULE.format(number=number) for number in range(int(sys.argv[2]))) + behind, end="")

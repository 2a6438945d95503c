#!/usr/bin/env python3
"""rules.py GRAMMAR COUNT: prints GRAMMAR with COUNT more rules, each with a literal of its own.

The difference between two counts measures the cost of a rule.
"""
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
head, tail = grammar.split("rules:\n", 1)
print(head + "rules:\n" + "".join(RULE.format(number=number) for number in range(int(sys.argv[2]))) + tail, end="")

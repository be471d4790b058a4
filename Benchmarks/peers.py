#!/usr/bin/env python3
"""Scores the tags that ScoringBenchmark wrote with seqeval and nervaluate, and says how long each took.

usage: pip install seqeval==1.2.2 nervaluate==1.2.1; peers.py TAGS
"""
import sys
import time

from nervaluate import Evaluator
from seqeval.metrics import f1_score

lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
gold = [line.split() for line in lines[0::2]]
predicted = [line.split() for line in lines[1::2]]
count = sum(tag.startswith("B-") for tags in gold for tag in tags)
types = sorted({tag[2:] for tags in gold for tag in tags if tag != "O"})

start = time.perf_counter()
figure = f1_score(gold, predicted)
seconds = time.perf_counter() - start
print(f"seqeval: {count} mentions in {seconds:.3f} s, {int(count / seconds)} a second, strict F1 {figure}")

start = time.perf_counter()
results = Evaluator(gold, predicted, tags=types, loader="list").evaluate()
seconds = time.perf_counter() - start
figure = results["overall"]["strict"].f1
print(f"nervaluate: {count} mentions in {seconds:.3f} s, {int(count / seconds)} a second, strict F1 {figure}")

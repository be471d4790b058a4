#!/usr/bin/env python3
"""Finds the entries that LexiconBenchmark wrote in the text that it wrote, with other tools, and says how long each took.

usage: pip install spacy flashtext pyahocorasick; peers_lexicon.py FOLDER

Every tool gets the same entries and finds them in any letter case, as whole words, the longest of those that begin at one place.
Times are those of the processor, so that other work on the machine does not count.
"""
import sys
import time
import unicodedata
from importlib.metadata import version

import ahocorasick
import spacy
from flashtext import KeywordProcessor

folder = sys.argv[1]
# One normal form, since none of the tools has any of its own.
text = unicodedata.normalize("NFC", open(folder + "/text.txt", encoding="utf-8").read())


def documents():
    """The text in documents of a usual length."""
    document = []
    size = 0
    for line in text.split("\n"):
        document.append(line)
        size += len(line.encode())
        if size > 4000:
            yield "\n".join(document) + "\n"
            document, size = [], 0
    yield "\n".join(document)


def report(tool, count, build, read, limit):
    """Builds, reads documents until `limit` seconds have passed, and prints the figures."""
    start = time.process_time()
    tool_state = build()
    built = time.process_time() - start
    size = found = 0
    start = time.process_time()
    for document in documents():
        found += read(tool_state, document)
        size += len(document.encode())
        if time.process_time() - start > limit:
            break
    seconds = time.process_time() - start
    note = "" if size > 0.99 * len(text.encode()) else f" (in the first {size / 1e6:.1f} MB)"
    print(f"{tool}: {count} entries, built in {built:.3f} s, {size / 1e6 / seconds:.2f} MB/s, {found} found{note}", flush=True)


def entity_ruler(entries):
    nlp = spacy.blank("xx")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "ENTRY", "pattern": entry} for entry in entries])
    return nlp


def flashtext(entries):
    processor = KeywordProcessor()
    # Its own word characters are those of ASCII.
    processor.set_non_word_boundaries({character for character in set(text) if character.isalnum() or character == "_"})
    processor.add_keywords_from_list(entries)
    return processor


def aho_corasick(entries):
    automaton = ahocorasick.Automaton()
    for entry in entries:
        automaton.add_word(entry.lower(), len(entry))
    automaton.make_automaton()
    return automaton


def words_of(automaton, document):
    """The automaton knows no words: what begins or ends inside one is dropped, and of what begins at one place the longest is kept."""
    lowered = document.lower()
    found = 0
    last = -1
    for end, length in automaton.iter_long(lowered):
        start = end - length + 1
        if (start == 0 or not lowered[start - 1].isalnum()) and (end + 1 == len(lowered) or not lowered[end + 1].isalnum()):
            if start > last:
                found += 1
                last = end
    return found


for count in [10, 1000, 50000]:
    entries = unicodedata.normalize("NFC", open(f"{folder}/entries-{count}.txt", encoding="utf-8").read()).split("\n")
    report(f"spaCy {spacy.__version__} EntityRuler", count, lambda: entity_ruler(entries), lambda nlp, text: len(nlp(text).ents), 20)
    report(f"flashtext {version('flashtext')}", count, lambda: flashtext(entries), lambda processor, text: len(processor.extract_keywords(text)), 20)
    report(f"pyahocorasick {version('pyahocorasick')}", count, lambda: aho_corasick(entries), words_of, 20)

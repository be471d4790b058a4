#!/usr/bin/env python3
"""Reads gold documents with other tools and writes what they find as answers that `vnextract score` measures.

usage: pip install underthesea spacy dateparser; peers_extraction.py LEXICONS OUTPUT GOLD…

LEXICONS is the folder of one language, whose places, organizations and titles the EntityRuler gets. OUTPUT gets one file a tool;
how long each took is printed. Times are those of the processor, after a first document that is not counted.
"""
import datetime
import html
import json
import os
import re
import sys
import time
import unicodedata
from importlib.metadata import version

import spacy
from dateparser.search import search_dates
from underthesea import ner

TYPES = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
lexicons, output, *paths = sys.argv[1:]


def document(path):
    """The text of a gold document and its reference date."""
    markup = open(path, encoding="utf-8").read()
    head = re.match(r"<doc([^>]*)>\n", markup)
    date = re.search(r'date="([0-9-]{10})', head[1])
    # The reader of gold takes the text between the tag's line and the last tag.
    body = re.sub(r"</doc>\s*$", "", markup[head.end() :])
    text = html.unescape(re.sub(r"<[^>]*>", "", body))
    return os.path.basename(path).removesuffix(".gold.xml"), text, date and datetime.datetime.fromisoformat(date[1])


def places(text, words):
    """Where the words of a tool stand in the text; it gives none of its offsets."""
    at = 0
    for word in words:
        # Blanks inside a word are those of the tool.
        found = re.compile(r"\s*".join(map(re.escape, "".join(word.split())))).search(text, at)
        if found:
            at = found.end()
            yield found.span()
        else:
            yield None


def underthesea(text, _):
    tagged = ner(text)
    found = []
    for (word, _, _, tag), place in zip(tagged, places(text, (word for word, *_ in tagged))):
        if tag == "O" or place is None:
            continue
        kind = TYPES.get(tag[2:])
        if tag.startswith("I-") and found and found[-1][0] == kind:
            found[-1][2] = place[1]
        elif kind:
            found.append([kind, *place])
    return found


def rows(name, senses):
    for line in open(os.path.join(lexicons, name), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and len(cells) > 1 and cells[1] in senses:
            yield unicodedata.normalize("NFC", cells[0])


ruler = spacy.blank("xx")
patterns = [("LOC", rows("places.tsv", {"place"})), ("LOC", rows("communes.tsv", {"place"}))]
patterns += [("ORG", rows("organizations.tsv", {"organization"})), ("TITLE", rows("titles.tsv", {"position", "honorific", "degree", "rank"}))]
ruler.add_pipe("entity_ruler").add_patterns([{"label": kind, "pattern": word} for kind, words in patterns for word in words])


def entity_ruler(text, _):
    return [[entity.label_, entity.start_char, entity.end_char] for entity in ruler(text).ents]


def dateparser(text, date):
    words = search_dates(text, languages=["vi"], settings={"RELATIVE_BASE": date} if date else None) or []
    found = zip(places(text, (word for word, _ in words)), words)
    # Half of its dates have no time of day of their own; then the day is the value.
    return [["DATE", *place, moment.strftime("%Y-%m-%d")] for place, (_, moment) in found if place]


documents = [document(path) for path in paths]
for name, read in [("underthesea", underthesea), ("spacy", entity_ruler), ("dateparser", dateparser)]:
    read(documents[0][1], documents[0][2])
    start = time.process_time()
    answers = [(name_of, text, read(text, date)) for name_of, text, date in documents]
    seconds = time.process_time() - start
    with open(os.path.join(output, name + ".jsonl"), "w", encoding="utf-8") as file:
        for name_of, text, found in answers:
            mentions = [
                {"id": f"m{number}", "type": kind, "start": start, "end": end, "text": text[start:end]}
                | ({"timex": "DATE", "value": value[0]} if value else {})
                for number, (kind, start, end, *value) in enumerate(found, 1)
            ]
            file.write(json.dumps({"id": name_of, "mentions": mentions}, ensure_ascii=False) + "\n")
    size = sum(len(text.encode()) for _, text, _ in documents)
    print(f"{name} {version(name)}: {size / 1e6 / seconds:.4f} MB/s, {sum(len(found) for *_, found in answers)} mentions")

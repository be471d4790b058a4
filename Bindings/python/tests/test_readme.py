"""The snippets of the documentation."""

import doctest
import pathlib
import re

import pytest

import vnextract

README = pathlib.Path(__file__).resolve().parents[1] / "README.md"
SNIPPETS = re.findall(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def check(snippets, name, globs):
    for number, snippet in enumerate(snippets):
        test = doctest.DocTestParser().get_doctest(snippet, globs, f"{name} {number + 1}", str(README), 0)
        assert test.examples
        runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
        runner.run(test, clear_globs=False)
        assert runner.summarize().failed == 0
        globs.update(test.globs)


def of(word):
    return [snippet for snippet in SNIPPETS if word in snippet]


def plain():
    return [snippet for snippet in SNIPPETS if not any(word in snippet for word in ("spacy", "pandas", "spark"))]


def test_snippets():
    assert len(plain()) > 3
    check(plain(), "plain", {})


@pytest.mark.parametrize("word", ["pandas", "spacy"])
def test_snippets_with_others(word):
    pytest.importorskip(word)
    check([snippet for snippet in of(word) if "spark" not in snippet], word, {"extractor": vnextract.Extractor()})


def test_docstrings():
    failed, attempted = doctest.testmod(vnextract)
    assert failed == 0 and attempted > 2

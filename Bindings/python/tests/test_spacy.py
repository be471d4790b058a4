"""The component of spaCy."""

import pickle

import pytest

spacy = pytest.importorskip("spacy")

from spacy import displacy
from spacy.tokens import Doc, Span

TEXT = "On 27 February 2024 Mr. John Smith paid 20 dollars."


@pytest.fixture()
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("vnextract")
    return nlp


def test_spans_and_entities(nlp):
    doc = nlp(TEXT)
    expected = [
        ("27 February 2024", "DATE"),
        ("Mr.", "TITLE"),
        ("John Smith", "PERSON"),
        ("20 dollars", "NUMBER"),
    ]
    assert [(span.text, span.label_) for span in doc.spans["vnextract"]] == expected
    assert [(ent.text, ent.label_) for ent in doc.ents] == expected
    assert doc._.vnextract.mentions[0].value == "2024-02-27"
    assert doc.ents[3]._.vnextract.kind == "money"
    assert doc[0:1]._.vnextract is None
    assert spacy.blank("en")(TEXT)._.vnextract is None


def test_pipe_gives_what_calls_give(nlp, corpus):
    texts = [document["text"] for document in corpus[::40]]
    for doc, text in zip(nlp.pipe(texts, batch_size=3), texts):
        single = nlp(text)
        assert doc._.vnextract.mentions[0].text == single._.vnextract.mentions[0].text
        assert [(s.start, s.end, s.label_) for s in doc.spans["vnextract"]] == [
            (s.start, s.end, s.label_) for s in single.spans["vnextract"]
        ]


@pytest.mark.parametrize("language", ["vi", "ar", "en"])
def test_every_mention_has_a_span(language, corpus):
    nlp = spacy.blank(language, **({} if language != "vi" else {"config": {"nlp": {"tokenizer": {"use_pyvi": False}}}}))
    nlp.add_pipe("vnextract", config={"language": language})
    for document in [document for document in corpus if document["language"] == language][:5]:
        doc = nlp(document["text"])
        mentions = doc._.vnextract.mentions
        assert len(mentions) > 5
        assert [span._.vnextract.id for span in doc.spans["vnextract"]] == [mention.id for mention in mentions]
        for span, mention in zip(doc.spans["vnextract"], mentions):
            assert span.start_char <= mention.start and span.end_char >= mention.end


def test_entities_that_are_there_stay():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "CUSTOMER", "pattern": "John Smith"}])
    nlp.add_pipe("vnextract", config={"types": ["PERSON", "NUMBER"], "spans_key": "facts"})
    doc = nlp(TEXT)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("John Smith", "CUSTOMER"), ("20 dollars", "NUMBER")]
    assert [span.label_ for span in doc.spans["facts"]] == ["PERSON", "NUMBER"]


def test_spans_only():
    nlp = spacy.blank("en")
    nlp.add_pipe("vnextract", config={"set_ents": False})
    doc = nlp(TEXT)
    assert not doc.ents and len(doc.spans["vnextract"]) == 4


def test_a_pipeline_is_saved_and_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    doc = spacy.load(tmp_path / "pipeline")(TEXT)
    assert len(doc.ents) == 4
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.ents[3]._.vnextract.unit == "USD"
    assert len(pickle.loads(pickle.dumps(doc)).ents) == 4


def test_displacy_shows_it(nlp, extractor):
    page = displacy.render(extractor.extract(TEXT).to_displacy(), style="ent", manual=True, page=False, jupyter=False)
    assert page.count("<mark") == 4
    assert displacy.render(nlp(TEXT), style="ent", jupyter=False).count("<mark") == 4
    assert Span.has_extension("vnextract")

"""The extractor and what it gives."""

import datetime
import pickle
from decimal import Decimal

import pytest

import vnextract

TEXT = "Chiều 27/2/2024, đồng chí Nguyễn Thu Hằng, Phó Chủ tịch UBND tỉnh Cà Mau, trao hơn 2,5 tỷ đồng."


def test_mentions(extractor):
    document = extractor.extract(TEXT, id="a")
    assert document.id == "a"
    assert document.language == "vi"
    assert [mention.type for mention in document] == ["DATE", "TITLE", "PERSON", "TITLE", "ORG", "NUMBER"]
    person = document[2]
    assert person.text == person.name == "Nguyễn Thu Hằng" == TEXT[person.start : person.end]
    assert person.kind is None
    assert document[0].interval == (datetime.datetime(2024, 2, 27, 12), datetime.datetime(2024, 2, 27, 18))
    money = document[5]
    assert (money.kind, money.unit, money.mod, money.typed_value) == ("money", "VND", "MORE_THAN", Decimal(2500000000))
    held = [(relation.person, relation.title.text, relation.organization) for relation in document.relations]
    assert held == [(person, "đồng chí", None), (person, "Phó Chủ tịch", document[4])]
    entity = document.entities[0]
    assert (entity.name, entity.mentions) == ("Nguyễn Thu Hằng", (person,))
    assert len(document) == len(document.mentions) == 6
    assert "6 mentions" in repr(document) and "Nguyễn" in repr(person) and "Nguyễn" in repr(entity)
    assert "Phó" in repr(document.relations[1])


def test_nothing_found(extractor):
    document = extractor.extract("")
    assert document and not document.mentions and document.text == "" and document.date is None


@pytest.mark.parametrize("text", ["\ufeffMr. John Smith", "\ud800Mr. John Smith", "😀 Mr. John Smith", "a\0 Mr. John Smith"])
def test_offsets_slice_any_string(extractor, text):
    for document in (extractor.extract(text, language="en"), extractor.extract_batch([text], language="en")[0]):
        person = document[1]
        assert text[person.start : person.end] == person.text == "John Smith"


@pytest.mark.parametrize(
    "date", ["2024-02-28", datetime.date(2024, 2, 28), datetime.datetime(2024, 2, 28, 9, tzinfo=datetime.timezone.utc)]
)
def test_dates_of_all_kinds(extractor, date):
    document = extractor.extract("trước ngày 30/6", language="vi", date=date)
    assert document[0].typed_value == datetime.date(2024, 6, 30)
    assert document.date == datetime.date(2024, 2, 28)
    batch = extractor.extract_batch([{"text": "trước ngày 30/6", "language": "vi", "date": date}])
    assert batch[0].mentions[0].value == "2024-06-30"


def test_options(extractor):
    assert {mention.type for mention in extractor.extract(TEXT, types=["DATE", "NUMBER"])} == {"DATE", "NUMBER"}
    assert {mention.type for mention in extractor.extract(TEXT, types="DATE,NUMBER")} == {"DATE", "NUMBER"}
    assert not extractor.extract(TEXT, types=[]).mentions
    assert any(mention.entries for mention in extractor.extract(TEXT, entries=True))


@pytest.mark.parametrize(
    "options",
    [{"language": "xx"}, {"date": "soon"}, {"types": ["PET"]}, {"evidence": "none"}, {"language": "v\0i"}],
)
def test_options_that_cannot_be(extractor, options):
    with pytest.raises(vnextract.OptionError, match=next(iter(options))):
        extractor.extract("a", **options)
    with pytest.raises(ValueError):
        extractor.extract_batch(["a"], **options)


def test_batch(extractor):
    texts = [f"In 20{number:02} there were {number} cars." for number in range(10, 60)]
    batch = extractor.extract_batch(texts, threads=3)
    assert [document.text for document in batch] == texts
    assert [document.id for document in batch] == [str(number) for number in range(1, 51)]
    assert [document[0].text for document in batch] == [text[3:7] for text in texts]
    small = extractor.stream(iter(texts), batch_size=7, threads=1)
    assert [document.json for document in small] == [document.json for document in batch]
    assert extractor.extract_batch([]) == []
    for options in ({"threads": 257}, {"on_error": "no"}):
        with pytest.raises(vnextract.OptionError):
            extractor.extract_batch(texts, **options)
    with pytest.raises(vnextract.OptionError):
        extractor.stream(texts, batch_size=0)


def test_stream_fetches_as_it_is_asked(extractor):
    fetched = []

    def texts():
        for number in range(100):
            fetched.append(number)
            yield "a"

    stream = extractor.stream(texts(), batch_size=10)
    next(stream)
    assert len(fetched) == 10


def test_documents_that_cannot_be_read(extractor):
    documents = ["a", {"id": "x", "text": "b", "date": "soon"}, "c"]
    with pytest.raises(vnextract.DocumentError, match="date") as raised:
        extractor.extract_batch(documents)
    assert raised.value.id == "x"
    first, second, third = extractor.extract_batch(documents, on_error="return")
    assert isinstance(second, vnextract.DocumentError) and (first.text, third.text) == ("a", "c")
    assert pickle.loads(pickle.dumps(second)).id == "x"
    with pytest.raises(vnextract.DocumentError, match="cut it into parts"):
        extractor.extract(" " * 10_000_001)


def test_lexicons(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "places.tsv").write_text("surface\tsense\tcode\tkind\nZorglub\tplace\tZZ\tcity\n")
    own = vnextract.Extractor([tmp_path])
    assert own.extract("The court of Zorglub was closed.")[0].code == "ZZ"
    again = pickle.loads(pickle.dumps(own))
    assert again.extract("The court of Zorglub was closed.")[0].code == "ZZ"
    (tmp_path / "en" / "places.tsv").write_text("surface\tsense\tflavour\nZorglub\tplace\tsweet\n")
    with pytest.raises(vnextract.LexiconError, match=r"places.tsv:1:"):
        vnextract.Extractor([tmp_path])
    with pytest.raises(vnextract.LexiconError):
        vnextract.Extractor(["/nonexistent"])
    with pytest.raises(vnextract.OptionError):
        vnextract.Extractor(built_in=False)
    with pytest.raises(TypeError):
        vnextract.Extractor("folder")


def test_documents_are_values(extractor):
    document = extractor.extract(TEXT)
    again = pickle.loads(pickle.dumps(document))
    assert again == document and hash(again) == hash(document) and again != "text"
    assert again.mentions[0].text == "Chiều 27/2/2024"


def test_displacy(extractor):
    shown = extractor.extract("Mr. John Smith", language="en").to_displacy(title="T")
    assert shown == {
        "text": "Mr. John Smith",
        "ents": [{"start": 0, "end": 3, "label": "TITLE"}, {"start": 4, "end": 14, "label": "PERSON"}],
        "title": "T",
    }


def test_version():
    assert vnextract.version() == vnextract.__version__
    with pytest.raises(AttributeError):
        vnextract.nothing

"""The package answers every gold document as the command does, byte for byte."""

from lines import lines


def test_lines_are_those_of_the_command(extractor, run, corpus):
    given = lines(corpus)
    expected = run(given)
    assert expected.count(b"\n") == len(corpus)
    for threads in (1, 4):
        assert extractor.extract_lines(given, threads=threads) == expected


def test_documents_are_those_of_the_command(extractor, run, corpus):
    expected = run(lines(corpus)).decode().splitlines()
    for document, line in zip(corpus, expected):
        found = extractor.extract(**document)
        assert found.json == line
        for mention, fields in zip(found, found.to_dict()["mentions"]):
            assert mention.text == found.text[mention.start : mention.end] == fields["text"]
    assert [found.json for found in extractor.stream(corpus, batch_size=100)] == expected


def test_options_are_those_of_the_command(extractor, run, corpus):
    given = lines(corpus[::20])
    for options, arguments in [
        ({"offsets": "utf16"}, ["--offsets", "utf16"]),
        ({"offsets": "utf8", "with_text": True}, ["--offsets", "utf8", "--with-text"]),
        ({"types": ["DATE", "NUMBER"], "vague": True}, ["--types", "DATE,NUMBER", "--vague"]),
        ({"evidence": "possible", "entries": True}, ["--evidence", "possible", "--with-entries"]),
        ({"language": "vi", "date": "2024-02-28"}, ["--language", "vi", "--date", "2024-02-28"]),
    ]:
        assert extractor.extract_lines(given, **options) == run(given, *arguments), options


def test_bad_lines_are_answered_as_by_the_command(extractor, run):
    given = b"\n".join(
        [b'{"text":"a"}', b"", b"no", b'{"id":"x"}', b'{"text":"b","date":"soon"}\r', b'{"text":"\xff 20 kg"}', b"[1]"]
    )
    for end in (b"", b"\n", b"\r\n"):
        assert extractor.extract_lines(given + end, threads=3) == run(given + end)

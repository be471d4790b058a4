"""What the tests share: the command, the corpus and an extractor."""

import os
import pathlib
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest

import vnextract

ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def extractor():
    return vnextract.Extractor()


@pytest.fixture(scope="session")
def command():
    """The path of the command: `VNEXTRACT_COMMAND`, or where the project's release build puts it."""
    given = os.environ.get("VNEXTRACT_COMMAND")
    if given:
        return given
    folder = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    path = os.path.join(folder, "vnextract")
    assert os.access(path, os.X_OK), "build the command first: swift build -c release --product vnextract"
    return path


@pytest.fixture(scope="session")
def run(command):
    """Runs the command over JSON Lines: bytes in, bytes out."""

    def run(lines, *options):
        environment = {name: value for name, value in os.environ.items() if name != "VNEXTRACT_LEXICONS"}
        return subprocess.run(
            [command, "extract", "--input", "jsonl", "--format", "jsonl", *options],
            input=lines,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ).stdout

    return run


@pytest.fixture(scope="session")
def corpus():
    """All gold documents as mappings for `Extractor.stream`."""
    documents = []
    for path in sorted((ROOT / "Corpora").rglob("*.gold.xml")):
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
        document = {"id": str(path.relative_to(ROOT)), "text": "".join(root.itertext()), "language": root.get("lang")}
        if root.get("date"):
            document["date"] = root.get("date")
        documents.append(document)
    assert len(documents) > 300
    return documents

"""Documents as JSON Lines."""

import json


def lines(documents):
    """The input that the command reads for documents of `Extractor.stream`."""
    return "".join(
        json.dumps({"lang" if name == "language" else name: value for name, value in document.items()}, ensure_ascii=False)
        + "\n"
        for document in documents
    ).encode()

"""An extraction that does to its worker what the article's text says, for the tests of the pool."""

import os
import sys
import time

import regex

from extractor.article import Article
from extractor.facts import Fact
from extractor.pipeline import extract


def misbehave(article: Article) -> list[Fact]:
    """Facts, unless the article tells otherwise."""
    match article.text.rsplit("\n", 1)[-1]:
        case "memory":
            _ = [bytearray(2**20) for _ in range(2**20)]
        case "exit":
            os._exit(3)
        case "abort":
            os.abort()
        case "hang":
            regex.search(r"(a|aa)+(a|aa)+(a|aa)+$", "a" * 60 + "b", regex.VERSION0)
            time.sleep(600)
        case "recursion":
            misbehave_for_ever()
        case "print":
            print("words on standard output", flush=True)
            os.write(sys.stdout.fileno(), b"and more\n")
    return extract(article)


def misbehave_for_ever() -> None:
    misbehave_for_ever()

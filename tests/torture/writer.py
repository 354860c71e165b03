"""Writes COUNT articles with facts into a database, saying «ACK uri» for each once it is committed.

usage: python -m tests.torture.writer URL COUNT
"""

import sys

from sqlalchemy import make_url

from extractor.errors import ExtractorError
from extractor.store.database import open_engine, told_plainly
from extractor.store.migrating import ready
from tests.databases import TEXT, reading, store

AT_ONCE = 10


def write(url: str, count: int) -> None:
    """Whole articles, ten a transaction."""
    address = make_url(url)
    with told_plainly(address):
        ready(address)
        run = store(open_engine(address))
        for start in range(0, count, AT_ONCE):
            batch = [reading(f"{i}.txt", f"{TEXT}\nSố {i}.\n") for i in range(start, min(count, start + AT_ONCE))]
            for account in run.record(batch):
                sys.stdout.write(f"ACK {account.uri}\n")  # in one piece, whatever the buffering
                sys.stdout.flush()
        run.finish("finished")


if __name__ == "__main__":
    try:
        write(sys.argv[1], int(sys.argv[2]))
    except ExtractorError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)

"""What is found under the files and folders that a run is given, before anything is opened."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import ExtractorError

FORMATS = (".txt", ".html", ".htm", ".jsonl", ".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class Input:
    """Something found: where it is, its size in bytes, or why it is not opened; no path is standard input."""

    uri: str
    path: Path | None
    size: int = 0
    ignored: str | None = None
    quarantined: str | None = None

    @property
    def format(self) -> str:
        """The suffix that says what is inside."""
        return format_of(self.path) if self.path else ".jsonl"

    @property
    def packed(self) -> bool:
        """Whether it is compressed."""
        return self.path is not None and self.path.name.lower().endswith(".gz")


def format_of(path: Path) -> str:
    """The suffix of ``path`` before a «.gz»; «» if it is none that we read."""
    suffix = Path(path.name.lower().removesuffix(".gz")).suffix
    return suffix if suffix in FORMATS else ""


def require(given: Sequence[str]) -> None:
    """ExtractorError if one of the files and folders ``given`` is not there."""
    for name in given:
        if name != "-" and not (path := Path(os.path.normpath(name))).exists():
            raise ExtractorError(f"{display(path)} does not exist; name a file or a folder")


def find(given: Sequence[str]) -> Iterator[Input]:
    """Every file under the files and folders ``given``, each once, in the order of names; «-» is standard input."""
    require(given)
    before: set[Path] = set()
    for name in given:
        path = Path(os.path.normpath(name))
        if name == "-":
            yield Input("-", None)
        elif not before & {path, *path.parents}:
            yield from _files(path, before) if path.is_dir() else [_look_at(path, follow=True)]
            before.add(path)


def _files(folder: Path, before: set[Path]) -> Iterator[Input]:
    """The files of a folder that are in nothing that was given before it."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Input(display(folder), None, quarantined=f"unreadable: {error.strerror}")
        return
    for name in names:
        path = folder / name
        if path in before:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path, before)
        else:
            yield _look_at(path)


def _look_at(path: Path, *, follow: bool = False) -> Input:
    """``path`` as an input; a link found in a folder is not followed, it may lead anywhere."""
    try:
        status = path.stat() if follow else path.lstat()
    except OSError:
        return Input(display(path), path, ignored="vanished")
    if stat.S_ISLNK(status.st_mode):
        return Input(display(path), path, ignored="link")
    if not stat.S_ISREG(status.st_mode):
        return Input(display(path), path, ignored="no regular file")
    if not format_of(path):
        return Input(display(path), path, ignored="no article format")
    return Input(display(path), path, size=status.st_size)


def display(path: Path) -> str:
    """The path as text; bytes of its name that are no UTF-8 are written out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def open_regular(path: Path) -> int:
    """A descriptor of the regular file at ``path``: not of what has taken its place since it was looked at."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "no regular file any more")
    return descriptor

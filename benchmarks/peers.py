"""What people would use instead, each in an environment of its own, on the same unseen text in the same run.

Only the call is timed, after a warm-up, on one core. HeidelTime and Duckling are not among them: they need a Java and
a Haskell tool chain that this script does not install.
"""

import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path
from tempfile import gettempdir

from extractor.article import Article
from extractor.layout import lay_out
from extractor.pipeline import extract

from .tables import show
from .texts import articles

HOME = Path(gettempdir()) / "extractor-peers"
_TIMED = """
import json, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
{setup}
call(texts[0])
started = time.process_time()
for text in texts: call(text)
print(time.process_time() - started)
"""
# name: packages, set-up that defines ``call``, how many of the texts (the slow ones get fewer)
PYTHON = {
    "underthesea NER": (["underthesea"], "from underthesea import ner\ncall = ner", 10),
    "dateparser": (
        ["dateparser"],
        "from dateparser.search import search_dates\ncall = lambda t: search_dates(t, languages=['vi'])",
        20,
    ),
    "spaCy, 150 rules": (
        ["spacy"],
        "import spacy\nfrom spacy.matcher import Matcher\nnlp = spacy.blank('vi', config={'nlp': {'tokenizer': "
        "{'@tokenizers': 'spacy.Tokenizer.v1'}}})\nm = Matcher(nlp.vocab)\n"
        "w = 'ngày tháng năm tặng trao công an tỉnh huyện xã bằng khen'.split()\n"
        "for i in range(150): m.add(str(i), [[{'LOWER': w[i % 11]}, {'IS_DIGIT': True, 'OP': '?'}, "
        "{'LOWER': w[i // 11 % 11]}]])\ncall = lambda t: m(nlp(t))",
        200,
    ),
}
_CHRONO = """
const chrono = require("chrono-node"), texts = require(process.argv[2]);
const call = text => chrono.vi ? chrono.vi.parse(text) : chrono.parse(text);
texts.slice(0, 20).forEach(call);
const started = process.cpuUsage();
texts.forEach(call);
const used = process.cpuUsage(started);
console.log((used.user + used.system) / 1e6);
"""


def main(number: int = 200) -> None:
    """Prints articles/s of each, and how many times as fast we are."""
    texts = list(articles(number, seed=3))
    HOME.mkdir(exist_ok=True)
    ours = number / _ours(texts)
    rows: list[list[object]] = [["extractor, all kinds", ours, 1.0]]
    for name, (packages, setup, most) in PYTHON.items():
        rows.append(_row(name, lambda p=packages, s=setup, m=most: _python(p, s, texts[:m]), min(most, number), ours))
    rows.append(_row("chrono-node, dates", lambda: _chrono(texts), number, ours))
    show(["", "articles/s a core", "we are times as fast"], rows)


def _row(name: str, seconds: object, count: int, ours: float) -> list[object]:
    try:
        speed = count / seconds()  # type: ignore[operator]
        return [name, speed, ours / speed]
    except (subprocess.CalledProcessError, OSError) as error:
        return [name, f"not measured ({type(error).__name__})", ""]


def _ours(texts: list[str]) -> float:
    for text in texts[:20]:
        extract(lay_out(Article("warm", text)))
    started = time.process_time()
    for text in texts:
        extract(lay_out(Article("bench", text)))
    return time.process_time() - started


def _saved(texts: list[str]) -> str:
    file = HOME / f"texts-{len(texts)}.json"
    file.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
    return str(file)


def _python(packages: list[str], setup: str, texts: list[str]) -> float:
    folder = HOME / packages[0]
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *packages], check=True, stderr=subprocess.DEVNULL)
        (folder / "installed").touch()
    return _seconds([str(python), "-c", _TIMED.format(setup=setup), _saved(texts)])


def _chrono(texts: list[str]) -> float:
    folder = HOME / "chrono"
    folder.mkdir(exist_ok=True)
    if not (folder / "node_modules").exists():
        subprocess.run(["npm", "install", "--silent", "chrono-node"], cwd=folder, check=True, stdout=sys.stderr)
    (folder / "timed.js").write_text(_CHRONO, encoding="utf-8")
    return _seconds(["node", str(folder / "timed.js"), _saved(texts)])


def _seconds(command: list[str]) -> float:
    env = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": ""}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    return float(done.stdout.split()[-1])

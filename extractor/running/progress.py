"""What a run shows: its progress on a terminal, and a table or one JSON object at its end."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .run import Advance, Progress, Summary


@contextmanager
def following() -> Iterator[Progress | None]:
    """Yields what draws a bar on a terminal, or None where there is none."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.fields[articles]} articles"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[speed]:.0f} articles/s"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None, articles=0, speed=0.0)

        def start(size: int) -> Advance:
            bar.update(task, total=size or None)

            def advance(size: int, articles: int) -> None:
                state = bar.tasks[0]
                read = state.fields["articles"] + articles
                bar.update(task, advance=size, articles=read, speed=read / (state.elapsed or 1))

            return advance

        yield start


def tell(summary: Summary, as_json: bool) -> None:
    """Prints the summary on standard output."""
    told = summary.as_dict()
    if as_json:
        print(json.dumps(told))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"Run {summary.run_id}" + (" (interrupted)" if summary.interrupted else ""))
    table.add_column("articles")
    table.add_column("", justify="right")
    table.add_column("facts")
    table.add_column("", justify="right")
    names = ("articles", "new", "changed", "unchanged", "duplicate", "quarantined", "ignored")
    left = [("read" if name == "articles" else name, str(told[name])) for name in names]
    right = [(kind, str(count)) for kind, count in summary.facts.items()]
    right.append(("all", str(sum(summary.facts.values()))))
    for row in range(max(len(left), len(right))):
        table.add_row(*(left[row] if row < len(left) else ("", "")), *(right[row] if row < len(right) else ("", "")))
    Console().print(table)

"""``python -m benchmarks NAME [NUMBER]``."""

import sys
from importlib import import_module

NAMES = ("stages", "growth", "peers", "writing", "million", "cluster")

if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
    sys.exit(f"usage: python -m benchmarks {{{','.join(NAMES)}}} [NUMBER]")
import_module(f".{sys.argv[1]}", __package__).main(*map(int, sys.argv[2:]))

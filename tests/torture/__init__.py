"""The long fault tests, run by ``make torture``; each prints its row of docs/reliability.md."""

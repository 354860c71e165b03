"""Figures of speed, memory and growth: ``python -m benchmarks NAME``; each prints a table with ratios of one run."""

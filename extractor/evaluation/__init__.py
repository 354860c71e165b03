"""Facts against gold, against another run, and against what was missed."""

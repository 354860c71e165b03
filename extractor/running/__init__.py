"""A run: inputs dealt to worker processes, their facts written by one writer."""

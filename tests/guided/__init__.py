"""Bytes that reach ever more of the code behind each door, led by what they reach (atheris)."""

"""Whole sentences that faults are told in, for tests to compare."""

import re


def exactly(sentence):
    """A pattern that fits this text alone; … stands for what differs from run to run."""
    return rf"(?s)\A{'.+'.join(map(re.escape, sentence.split('…')))}\Z"

"""Faults done for real to the real service, while visitors ask it and check what it answers."""

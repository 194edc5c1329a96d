"""Areas compared: their course over time, their maps, and every indicator side by side."""

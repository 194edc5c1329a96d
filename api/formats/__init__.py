"""The forms that values can be had in, by the name they are asked for."""

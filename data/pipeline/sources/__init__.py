"""Official figures and boundaries, fetched and kept as they came: the only place with network."""

"""Two indicators against each other over areas."""

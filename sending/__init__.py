"""How bytes reach a reader: kept, compressed, named by their content, and sent only where they changed."""

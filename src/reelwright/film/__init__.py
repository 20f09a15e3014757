"""What a film is made of: frozen nouns without any I/O, the only schema in the house."""

"""People: recognisable from a wide shot to an extreme close-up, because everything derives from the head's height."""

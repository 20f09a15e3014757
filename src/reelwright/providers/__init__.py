"""Ask: one vendor a file, each found through the entry-point group ``reelwright.providers``."""

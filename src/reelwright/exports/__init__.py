"""Hand over: what leaves the house."""

"""What is decided: a pair of pure functions a stage around one outside call, and the checks that trust no answer."""

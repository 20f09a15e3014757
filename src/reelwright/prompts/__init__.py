"""What is said to language models, and the story templates: files with a version, rendered strictly."""

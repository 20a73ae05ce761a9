"""The source viewer: a report opened at a passage, over any tab."""

"""Questions for the most, the least, and all that pass a mark: a question goes in; what was compared comes out, the winner first, each value with its source."""

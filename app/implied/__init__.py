"""What the figures of one sentence, or of two that stand together, imply: a whole, a part, what is left, how much there is for each."""

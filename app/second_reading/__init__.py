"""A language model, where one is attached, reads the likeliest figures of a question once more: it says yes or no, and writes nothing."""

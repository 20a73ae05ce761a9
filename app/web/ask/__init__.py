"""The tab that answers: a conversation, its evidence, and what is done with an answer."""

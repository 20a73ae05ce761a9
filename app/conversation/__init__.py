"""Conversations: follow-ups made whole from the question before them, and those about what was answered: 加起来多少, 出处在哪, 为什么."""

"""Follow-ups about what was answered before: 加起来多少, 差多少, 换成亿元, 出处在哪, 为什么.

In goes such a follow-up with the questions before it, out comes an answer made from theirs, or None where it asks for something else.
"""

"""Checking drafts: a file or a text goes in, the draft with a verdict on every figure comes out, as one check and as html, docx, csv or xlsx."""

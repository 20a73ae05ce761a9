"""Whether something is so: a question and its lookups go in; 是 or 否, met or not met, rose or fell comes out, with the values that prove it."""

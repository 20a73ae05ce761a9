"""What forbids a figure or a sentence as an answer, however well its words fit."""

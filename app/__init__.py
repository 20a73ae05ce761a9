"""Answering: questions and claims come in, cited answers and verdicts go out, on the command line and in the browser."""

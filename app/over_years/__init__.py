"""Questions for years: a question and its lookups go in; the years whose values meet what is asked come out, each with its source."""

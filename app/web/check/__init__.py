"""The tab that checks: the figures of a text against the reports."""

"""The tab of trends: one measure over the years."""

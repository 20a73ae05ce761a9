"""The tab of the library: what is in the store, and how it gets there."""

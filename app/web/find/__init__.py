"""The tab that finds: passages as one types, grouped and counted."""

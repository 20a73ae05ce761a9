"""Reading: a file comes in, a `Report` with sections, passages and figures goes out; no index, no model."""

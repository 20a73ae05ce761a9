"""One measure over the years: its points, their scale, and what is made of them."""

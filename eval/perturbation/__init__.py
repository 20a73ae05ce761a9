"""A library's true figures go in, claims with known verdicts come out: as they stand, said otherwise, and made wrong in one dimension."""

"""Fit the weights of ranking and choosing on questions with known evidence.

    python -m index.training ... --fold 0/2 --out M0        (and 1/2, M1: an encoder for each half of the reports, made from the other half)
    python -m eval.learning --models M0 M1 --reports DIR --questions FILE [--harder FILE...] [--invented DIR...]

The questions must be other ones than those of the evaluation sets, on reports that the sets do not ask about; harder ones, which avoid the words of the
reports, may be about any. (Questions about cells are
invented from rows of all reports, but for the rows that the sets of `--apart` ask about: no other reports with tables were there.) On questions that the encoder
learnt from, the dense search looks better than it is, and weights fitted there trust it too much (recall@1 of a set fell from 0.69 to
0.65); therefore every question is read with the encoder that did not see its report. The same parts serve for a check on questions
not fitted on; the weights that are written are fitted on all of them. Models are linear: each weight can be read in its file.
`--leave-out` tells instead which features the choice can do without.
"""

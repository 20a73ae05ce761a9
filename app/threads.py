"""How many threads the libraries of numbers take; said before they are loaded, for they ask only once."""

import os


def one_thread_a_product() -> None:
    """Keep numpy from sharing one small product of matrices out among threads: on a busy machine they waited 12 ms for 0.1 ms of work.

    The command says so, and what it starts inherits it. A program of others that opens an engine decides for its own numpy.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

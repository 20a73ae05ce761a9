"""`python -m app` is the same as `wenju`."""

import sys

from app.cli import main

sys.exit(main())

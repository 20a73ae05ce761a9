"""What Python's zipfile raises for an archive that is broken, cut short or packed in a way that it does not know."""

import zipfile
import zlib

ZIP_DEFECTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError)

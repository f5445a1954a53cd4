"""Content in files: loaded whole or not at all, and written so that it loads into the same rows."""

from portal.loading.dumping import dumped, together
from portal.loading.loads import load
from portal.loading.reading import MOST_BYTES
from portal.loading.reports import MOST_FAULTS, Conflict, Fault, LoadReport, Place

__all__ = [
    "MOST_BYTES",
    "MOST_FAULTS",
    "Conflict",
    "Fault",
    "LoadReport",
    "Place",
    "dumped",
    "load",
    "together",
]

"""Run every benchmark, or those named, on a database of their own with all content."""

import os
import sys

import django
from django.test.utils import setup_databases, teardown_databases

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from tests.bench import search  # noqa: E402 - models can be read only after Django is set up
from tests.conftest import fill  # noqa: E402 - as above

# Each prints its own tables; a new one is a module with a function, and a line here.
BENCHMARKS = {"search": search.run, "growth": search.growth}


def main(names: list[str]) -> None:
    unknown = set(names) - set(BENCHMARKS)
    if unknown:
        sys.exit(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(BENCHMARKS)}.")
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        fill()
        for name in names or BENCHMARKS:
            BENCHMARKS[name]()
    finally:
        teardown_databases(databases, verbosity=0)


main(sys.argv[1:])

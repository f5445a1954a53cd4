"""What an import says that it did."""

import pytest
from django.template.loader import render_to_string

from portal.exchange.importing import ChangedRow, ImportReport


@pytest.mark.parametrize(
    ("new", "changed", "told"),
    [
        (1, 0, "1 ny række"),
        (2, 0, "2 nye rækker"),
        (0, 1, "1 ændret række"),
        (0, 2, "2 ændrede rækker"),
        (1, 1, "1 ny og 1 ændret række"),
        (1, 2, "1 ny og 2 ændrede rækker"),
        (2, 1, "2 nye og 1 ændret række"),
    ],
)
def test_rows_are_counted_in_danish(new, changed, told):
    is_new = [True] * new + [False] * changed
    made = [ChangedRow(row=0, name="", is_new=each, differences=()) for each in is_new]
    assert ImportReport(total=9, changes=made).rows_in_words == told


@pytest.mark.parametrize(
    ("unchanged", "told"), [(1, "Rækken i filen står"), (3, "De 3 rækker i filen står")]
)
def test_rows_that_stand_already_are_counted_in_danish(unchanged, told):
    report = ImportReport(total=unchanged, unchanged=unchanged)
    context = {"report": report, "table": {"slug": "forsoeg"}}
    assert told in render_to_string("admin/table_outcome.html", context)

"""What the desk refuses about periods, in Danish and in the database."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from trials.models import Citation, Trial, TrialPeriod

pytestmark = pytest.mark.django_db

LAST_DAY = date(2022, 12, 31)
DAY_AFTER = LAST_DAY + timedelta(days=1)


def period(**fields: Any) -> TrialPeriod:
    """A further period of the jobrotation trial, whose last certain day is 31 December 2022."""
    citation = Citation.objects.earliest("pk")
    trial = Trial.objects.get(slug="jobrotation-varighed")
    sources = {"start_citation": citation, "end_citation": citation}
    return TrialPeriod(trial=trial, position=9, **sources, **fields)


def days(first: date, last: date) -> dict[str, date]:
    return {
        "start_earliest": first,
        "start_latest": first,
        "end_earliest": last,
        "end_latest": last,
    }


def test_a_period_may_begin_the_day_after_and_last_one_day() -> None:
    one_day = period(**days(DAY_AFTER, DAY_AFTER))
    one_day.full_clean()
    one_day.save()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param(days(LAST_DAY, DAY_AFTER), "overlapper", id="shares-the-last-day"),
        pytest.param(
            {"start_earliest": LAST_DAY, "start_latest": LAST_DAY, "open_ended": True},
            "overlapper",
            id="open-end-shares-the-last-day",
        ),
        pytest.param(days(date(2024, 2, 1), date(2024, 1, 1)), "slutter, før", id="backwards"),
        pytest.param(
            {"start_earliest": date(2024, 2, 1), "start_latest": date(2024, 1, 1)},
            "Tidligste start",
            id="start-backwards",
        ),
        pytest.param(
            days(date(2024, 1, 1), date(2024, 2, 1)) | {"open_ended": True},
            "uden slutdato",
            id="open-and-ended",
        ),
    ],
)
def test_a_wrong_period_is_refused_by_form_and_database(
    fields: dict[str, Any], message: str
) -> None:
    wrong = period(**fields)
    with pytest.raises(ValidationError, match=message):
        wrong.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()

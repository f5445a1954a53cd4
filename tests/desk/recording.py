"""What the tests of participation share: an administrator who records, and what comes of it."""

from typing import Any

from django.test import Client

from portal.models import Edition
from portal.words import EditionKind
from tests.command import guidance, question
from tests.desk.forms import Sheet, filled, said, saved
from tests.portal.pages import (
    YOUNG,
)
from trials.models import Municipality, Participation, Trial

NEXTWORK, IBBIS = "nextwork-praktik", "ibbis"
FIELD = f"participates_{NEXTWORK}"
LIST = "/skrivebord/trials/participation/"
ADD = f"{LIST}add/"
OFFICE = "jobcentrets ledelse"
QUESTION = "Deltager jeres kommune i forsøget"
# The README's example, without the answer to whether the municipality takes part.
AT_HOME = {name: value for name, value in YOUNG.items() if name != FIELD} | {
    "work_experience": "no"
}


def sheet(
    browser: Client, *, trial: str = NEXTWORK, municipality: str = "0101", **fields: str
) -> Sheet:
    told = {
        "trial": str(Trial.objects.get(slug=trial).pk),
        "municipality": str(Municipality.objects.get(code=municipality).pk),
        "takes_part": "True",
        "stated_by": OFFICE,
        "known_on": "01-12-2021",
        "status": "outside",
    }
    return filled(browser, ADD, form_id="^participation_form$", **{**told, **fields})


def record(browser: Client, **fields: str) -> Participation:
    response = sheet(browser, **fields).post()
    assert saved(response), said(response)
    return Participation.objects.latest("pk")


def page_of(row: Participation) -> str:
    return f"{LIST}{row.pk}/change/"


def delete(browser: Client, row: Participation) -> None:
    assert saved(browser.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}))


def editions() -> list[Edition]:
    return list(Edition.objects.filter(kind=EditionKind.PARTICIPATION).order_by("number"))


def verdict(**profile: Any) -> dict[str, Any]:
    """The answer of the command line for a young citizen in København."""
    stated = {
        "age": 24,
        "benefit": "uddannelseshjaelp",
        "readiness": "uddannelsesparat",
        "work_experience": False,
        "municipality": "0101",
        **profile,
    }
    answer = guidance(question(stated, on="2021-12-01")).only
    (found,) = [trial for trial in answer["trials"] if trial["slug"] == NEXTWORK]
    return found | {"questions": [row["attribute"] for row in answer["questions"]]}

"""An editor writes the NExTWORK trial from nothing, and the engine reads what it reads today.

Newsletter, item 2: LAB § 6, nr. 4; three circumstances of which one is enough; 4, 13, 26 weeks and
then no ceiling. The second period and the borderline value are made up, for the source has none.
"""

from typing import Any

import pytest
from django.test import Client

from tests.desk.forms import Sheet, filled, new_page, page_of, saved
from trials.models import Citation, Source, TargetGroup, Trial
from trials.rules import rule_from, rule_passages

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

CIRCUMSTANCES = (
    ("work_experience", "no"),
    ("long_term_unemployed", "yes"),
    ("hard_to_place", "yes"),
)
ASSESSED = "individual_assessment"
STEPS: list[tuple[str, list[str]]] = [
    ("13", []),
    ("26", [ASSESSED]),
    ("", [ASSESSED, "special_need"]),
]


def written(sheet: Sheet) -> None:
    response = sheet.post()
    assert saved(response), response.content.decode()


def place(editor: Client) -> int:
    """A source with one place in it, written on one page."""
    sheet = filled(editor, new_page(Source), title="Prøvenyhed om praktik", kind="nyhedsbrev")
    sheet |= {"published": "01.11.2021", "published_precision": "maaned"}
    sheet.row("citations", place="linje 1", status="stated")
    written(sheet)
    return Citation.objects.get(source__slug="proevenyhed-om-praktik").pk


def group(editor: Client, name: str, citation: int, *conditions: list[dict[str, Any]]) -> int:
    sheet = filled(editor, new_page(TargetGroup), name=name, citation=citation)
    for alternatives in conditions:
        row = sheet.row("conditions", citation=citation)
        for alternative in alternatives:
            sheet.row(f"{row}-alternatives", **{"comparison": "one_of"} | alternative)
    written(sheet)
    return TargetGroup.objects.get(name=name).pk


def chosen(attribute: str, *codes: str, **more: Any) -> dict[str, Any]:
    return {"attribute": attribute, "values": [f"{attribute}:{code}" for code in codes], **more}


YOUNG = chosen("lab_group", "4")
NOT_OBVIOUS = chosen("readiness", "aabenlyst_uddannelsesparat", comparison="none_of")


def with_rows(sheet: Sheet, citation: int) -> Sheet:
    """Two periods, the first of which begins on a day nobody states, and three steps."""
    sources = {"start_citation": citation, "end_citation": citation}
    sheet.row(
        "periods",
        **sources,
        start_latest="10-11-2021",
        end_earliest="31/3/2022",
        end_latest="2022-03-31",
    )
    sheet.row(
        "periods",
        **sources,
        start_earliest="01-04-2022",
        start_latest="01-04-2022",
        end_earliest="30-06-2022",
        end_latest="30-06-2022",
    )
    sheet.row("decisions", kind="forlaenget", until="30-06-2022", citation=citation)
    for value, requires in STEPS:
        sheet.row("steps", value=value, requires=requires, citation=citation)
    return sheet


def without_sources(document: Any) -> Any:
    """What the document says, without where it says it from and what it is called."""
    names = {"source", "slug", "name", "description", "wording", "borderline"}
    if isinstance(document, dict):
        return {key: without_sources(each) for key, each in document.items() if key not in names}
    return [without_sources(each) for each in document] if isinstance(document, list) else document


def test_an_editor_writes_the_whole_trial_and_the_engine_reads_it(editor: Client) -> None:
    citation = place(editor)
    hard = [chosen(*each) for each in CIRCUMSTANCES]
    hard.append({"attribute": "age", "comparison": "more_than", "number": "30"})
    hard[-1]["borderline_number"] = "30"
    covered = group(editor, "Unge til prøve", citation, [YOUNG], [NOT_OBVIOUS], hard)
    ordinary = group(editor, "Almindelige til prøve", citation, [YOUNG])
    sheet = filled(editor, new_page(Trial), title="Længere praktik til prøve", summary="Kort.")
    sheet |= {
        "target_groups": [covered],
        "coverage": "not_named",
        "municipality_count": "4",
        "coverage_citation": citation,
        "ordinary_group": ordinary,
        "ordinary_known_on": "10.11.2021",
        "limit_unit": "weeks",
        "ordinary_limit": "4",
    }

    written(with_rows(sheet, citation))

    trial = Trial.objects.get(slug="laengere-praktik-til-proeve")
    document, known = trial.as_document(), Trial.objects.get(slug="nextwork-praktik").as_document()
    for part in ("limit", "ordinary_group", "coverage", "ordinary_known_on"):
        assert without_sources(document[part]) == without_sources(known[part])
    assert without_sources(document["periods"][:1]) == without_sources(known["periods"])
    ours, theirs = (each["target_groups"][0]["conditions"] for each in (document, known))
    assert without_sources(ours[:2]) == without_sources(theirs[:2])
    assert without_sources(ours[2]["alternatives"][:3]) == without_sources(
        theirs[2]["alternatives"]
    )
    assert ours[2]["alternatives"][3]["borderline"] == ["30"]

    page = editor.get(page_of(trial)).content.decode()
    for passage in rule_passages(rule_from(trial.as_document())):
        for sentence in passage.sentences:
            assert sentence in page
    assert "I forsøget op til 26 uger; det kræver konkret vurdering." in page

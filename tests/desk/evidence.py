"""The pages of the evidence, and an evaluation as an editor enters it from nothing."""

from typing import Any

from django.test import Client

from evaluations.models import Evaluation
from tests.desk.forms import filled, said, saved
from trials.models import Citation, TargetGroup

DESK = "/skrivebord"
ORGANISATION = f"{DESK}/evaluations/organisation/"
PROGRAMME = f"{DESK}/evaluations/programme/"
EVALUATION = f"{DESK}/evaluations/evaluation/"
FINDING = f"{DESK}/evaluations/finding/"
RECOMMENDATION = f"{DESK}/recommendations/recommendation/"
SOURCE = f"{DESK}/trials/source/"
PAGES = (ORGANISATION, PROGRAMME, EVALUATION, RECOMMENDATION, SOURCE)


def page_of(row: Any) -> str:
    return f"{DESK}/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


def citation() -> str:
    return str(Citation.objects.order_by("pk")[0].pk)


def write_evaluation(editor: Client) -> Evaluation:
    """An evaluation with two findings, each with its sources, as an editor enters it."""
    sheet = filled(editor, f"{EVALUATION}add/", title="Prøveevaluering af samtaler")
    sheet["summary"] = "Samtaler er fulgt i tre kommuner."
    sheet["citations"] = [citation()]
    sheet["target_groups"] = [str(TargetGroup.objects.get(slug="undersoegt-handicap").pk)]
    sheet["published"], sheet["published_precision"] = "31-12-2022", "dag"
    common = {"outcome": "beskaeftigelse", "kind": "count", "design": "D1", "population": "Alle"}
    first = sheet.row("findings", statement="Flere kom i job.", direction="positive", **common)
    sheet.row(f"{first}-citations", citation=citation())
    sheet.row(f"{first}-citations", citation=citation(), deviation="Skriver \u201ddobbelt\u201d.")
    second = sheet.row("findings", statement="Flere kom i job.", direction="mixed", **common)
    sheet.row(f"{second}-citations", citation=citation())
    response = sheet.post()
    assert saved(response), said(response)
    return Evaluation.objects.get(slug="proeveevaluering-af-samtaler")

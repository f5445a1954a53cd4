"""The evidence in the fixtures against the ledger of the domain catalogue (A4, A5, A7)."""

import json
import re
from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.serializers import serialize
from django.db import models

from evaluations.models import Evaluation, Finding, Programme
from evaluations.recommendations.models import Recommendation, Support
from portal.content import load_fixtures
from tests.evaluations.conftest import FILES

pytestmark = pytest.mark.usefixtures("content")

HANDICAP = "handicappuljer-2019"
APPRENTICES = "voksenlaerling-star-2023"
MORE = "flere-skal-med-ii"
RAMBOELL = "social-stoette-ramboell-2021"
VIVE = "social-stoette-vive-2023"
ONE_PLAN = "en-plan-vive"
IBBIS = "ibbis-star-2024"

FINDINGS = {
    "F1": (HANDICAP, "positiv-udvikling"),
    "F2": (HANDICAP, "taettere-paa-arbejdsmarkedet"),
    "F3": (HANDICAP, "tilfredshed"),
    "F4": (HANDICAP, "oplevet-udbytte"),
    "F5": (HANDICAP, "livsglaede"),
    "F6": (HANDICAP, "kan-mere"),
    "F7": (HANDICAP, "tro-paa-sig-selv"),
    "F8": (APPRENTICES, "flere-voksenlaerlinge"),
    "F9": (APPRENTICES, "forsoegenes-andel"),
    "F10": (APPRENTICES, "antal-via-forsoegene"),
    "F11": (APPRENTICES, "resten-er-ufaglaerte"),
    "F12": (APPRENTICES, "antal-via-ledighedskravet"),
    "F13": (APPRENTICES, "positivlisten"),
    "F14": (APPRENTICES, "baggrund-som-ufaglaert"),
    "F15": (APPRENTICES, "omsorg-sundhed-paedagogik"),
    "F16": (APPRENTICES, "sosu-uddannelserne"),
    "F17": (MORE, "borgere-i-job"),
    "F18": (MORE, "staerkt-jobrettet-fokus"),
    "F19": (MORE, "flere-i-loentimer"),
    "F20": (MORE, "faa-loentimer-som-trin"),
    "F21": (MORE, "modellen-er-forankret"),
    "F22": (MORE, "taet-kontakt-er-noeglen"),
    "F23": (RAMBOELL, "ordinaer-beskaeftigelse"),
    "F24": (RAMBOELL, "stoettet-beskaeftigelse"),
    "F25": (RAMBOELL, "virksomhedsrettet-indsats"),
    "F26": (RAMBOELL, "trivsel"),
    "F27": (RAMBOELL, "trivsel-og-overgang-til-job"),
    "F28": (RAMBOELL, "faelles-mindset"),
    "F30": (RAMBOELL, "fastholdelse-virksomhedsrettet"),
    "F31": (RAMBOELL, "fastholdelse-ordinaer"),
    "F32": (VIVE, "start-i-virksomhedsrettet-indsats"),
    "F33": (VIVE, "beskaeftigelse"),
    "F34": (VIVE, "praktik-og-beskaeftigelse"),
    "F35": (VIVE, "fastholdelse-virksomhedsrettet"),
    "F36": (VIVE, "fastholdelse-ordinaer"),
    "F37": (VIVE, "uddannelse"),
    "F38": (VIVE, "foertidspension-eller-ressourceforloeb"),
    "F39": (VIVE, "egen-laege"),
    "F40": (VIVE, "hospitalshenvendelser"),
    "F41": (VIVE, "handicapydelser"),
    "F42": (ONE_PLAN, "bedre-samarbejde"),
    "F43": (ONE_PLAN, "job-uddannelse-trivsel-helbred"),
    "F44": (ONE_PLAN, "samlet-konklusion"),
    "F45": (ONE_PLAN, "ingen-forbedring"),
    "F46": (ONE_PLAN, "kommunerne-ser-flere-i-beskaeftigelse"),
    "F47": (ONE_PLAN, "mere-tempo"),
    "F48": (ONE_PLAN, "langvarige-forloeb-afsluttet"),
    "F49": (ONE_PLAN, "fuldtidsarbejde-som-maal"),
    "F50": (ONE_PLAN, "maal-opfyldt"),
    "F51": (ONE_PLAN, "cases-med-job"),
    "F52": (ONE_PLAN, "uddannelse-som-maal"),
    "F53": (ONE_PLAN, "uddannelse-begyndt-eller-paa-vej"),
    "F54": (ONE_PLAN, "job-og-trivsel-sideloebende"),
    "F55": (ONE_PLAN, "foraelder-i-arbejde"),
    "F56": (ONE_PLAN, "forventede-udgifter"),
    "F57": (ONE_PLAN, "erfarede-omkostninger"),
    "F58": (ONE_PLAN, "usikkerhed-om-oekonomi"),
}
FINDINGS_ABSENT = {"F29": "the catalogue does not use the number"}
LATER_FINDINGS = {(IBBIS, "beskaeftigelse"), (IBBIS, "merudgifter")}  # B9, outside the five texts

RECOMMENDATIONS = {
    "R1": "individuelt-tilrettelagt",
    "R2": "god-tid",
    "R3": "arbejd-med-barrierer",
    "R4": "praktisk-traening",
    "R5": "fast-kontaktperson",
    "R6": "vedvarende-kontakt-og-stoette",
    "R7": "stoette-til-borger-og-arbejdsplads",
    "R8": "jobrettet-spor-fra-starten",
    "R9": "jobmaal",
    "R10": "loentimer",
    "R11": "taet-kontakt-og-inddragelse",
    "R12": "tvaerfagligt-opstartsmoede",
    "R13": "faelles-plan",
    "R14": "virksomhedsrettet-indsats",
    "R15": "cti-stoette",
    "R16": "faelles-mindset",
    "R17a": "en-plan-for-borgeren",
    "R17b": "faerre-indgange",
    "R17c": "progressionsmaalinger",
    "R17d": "integrerede-maal",
    "R18": "job-og-trivsel-paa-samme-tid",
    "R19": "uddannelsesmaal-i-min-plan",
    "R20": "jobmaal-paa-vejen-til-uddannelse",
}

# Each contradiction or gap that concerns evidence, and the rows that tell of it.
CONTRADICTIONS: dict[str, list[tuple[str, tuple[Any, ...]]]] = {
    "C1": [
        ("evaluations.findingcitation", (HANDICAP, "positiv-udvikling", 2)),
        ("evaluations.evaluationclaim", (HANDICAP, "omfattende-stoette")),
        ("evaluations.evaluationremark", (HANDICAP, "omfattede-eller-omfattende")),
    ],
    "C2": [
        ("evaluations.evaluationclaim", (APPRENTICES, "foerste-forsoeg")),
        ("evaluations.evaluationclaim", (APPRENTICES, "forsoeg-2")),
        ("evaluations.evaluationremark", (APPRENTICES, "forsoegets-nummer")),
    ],
    "C3": [
        ("evaluations.programmeclaim", ("social-stoette-i-job", "igangsat-2017")),
        ("evaluations.programmeclaim", ("social-stoette-i-job", "igangsat-2018")),
        ("evaluations.programmeremark", ("social-stoette-i-job", "start-2017-eller-2018")),
    ],
    "C4": [
        ("evaluations.organisation", ("social-og-boligstyrelsen",)),
        ("evaluations.programmeclaim", ("social-stoette-i-job", "navn-social-og-boligstyrelsen")),
        ("evaluations.programmeclaim", ("social-stoette-i-job", "navn-socialstyrelsen")),
    ],
    "C9": [
        ("evaluations.programmeclaim", ("flere-skal-med-ii", "tre-puljer-fra-adressen")),
        ("evaluations.programmeclaim", ("bedre-indsats-ressourceforloeb", "navn-fra-adressen")),
        ("evaluations.programmeclaim", ("afklaringspuljen", "navn-fra-adressen")),
        ("evaluations.evaluationremark", (MORE, "puljerne-navngivet-i-adressen")),
    ],
    "C10": [("evaluations.evaluationremark", (MORE, "ikke-alle-lykkedes"))],
    "C11": [("evaluations.evaluationremark", (MORE, "faa-loentimer"))],
    "C12": [
        ("evaluations.programmeclaim", ("ips", "navn-individuelt-planlagt-stoette")),
        ("evaluations.programmeremark", ("ips", "to-navne")),
    ],
    "C13": [("evaluations.evaluationremark", (ONE_PLAN, "uklart-hvad-40-procent-daekker"))],
    "C14": [
        ("evaluations.findingcitation", (VIVE, "beskaeftigelse", 3)),
        ("evaluations.evaluationremark", (VIVE, "beskaeftigelse-eller-almindeligt-job")),
    ],
    "C15": [
        ("evaluations.findingcitation", (RAMBOELL, "fastholdelse-ordinaer", 1)),
        ("evaluations.evaluationremark", (RAMBOELL, "kilderne-naevner-forskelligt")),
    ],
    "C16": [("evaluations.evaluationremark", (VIVE, "ingen-paavist-effekt"))],
    "C17": [("evaluations.evaluationremark", (VIVE, "fordobling-er-sammenhaeng"))],
    "C18": [("evaluations.evaluationremark", (VIVE, "udtalelse-er-ikke-et-fund"))],
    "C19": [
        ("trials.alternative", ("undersoegt-social-stoette", 3, 1)),
        ("evaluations.evaluationremark", (RAMBOELL, "over-30")),
    ],
    "C20": [("evaluations.evaluationremark", (RAMBOELL, "ledighed-ikke-defineret"))],
    "C26": [
        ("trials.source", ("rapport-social-stoette-ramboell-2021",)),
        ("trials.source", ("sbst-effekter-3-aar-efter",)),
    ],
    "C27": [
        ("evaluations.programmeremark", ("en-plan", "komplekse-udfordringer-ikke-defineret")),
        ("evaluations.programmeremark", ("flere-skal-med-ii", "udsatte-ledige-ikke-defineret")),
    ],
    "C28": [
        ("evaluations.programmeremark", ("social-stoette-i-job", "kommuner-ikke-navngivet")),
        ("evaluations.programmeremark", ("nextwork", "kommuner-ikke-navngivet")),
        ("evaluations.programmeremark", ("en-plan", "kommuner-ikke-navngivet")),
        ("evaluations.programmeremark", ("flere-skal-med-ii", "ukendt-hvem-hvornaar")),
        (
            "evaluations.programmeremark",
            ("pulje-virksomhedsrettet-handicap", "ukendt-hvem-hvornaar"),
        ),
    ],
    "C30": [
        ("evaluations.evaluationremark", (HANDICAP, "dag-ikke-oplyst")),
        ("evaluations.evaluationremark", (MORE, "dag-ikke-oplyst")),
        ("evaluations.evaluationclaim", (RAMBOELL, "aaret-2021")),
        ("evaluations.evaluationremark", (ONE_PLAN, "udgivelsesaar")),
    ],
    "C31": [
        ("evaluations.evaluationremark", (HANDICAP, "evaluator-ikke-oplyst")),
        ("evaluations.evaluationclaim", (APPRENTICES, "evaluator-styrelsen")),
        ("evaluations.evaluationremark", (MORE, "evaluator-ikke-oplyst")),
    ],
    "C32": [
        ("evaluations.evaluationclaim", (APPRENTICES, "de-400")),
        ("evaluations.evaluationremark", (APPRENTICES, "begge-tal-er-omtrentlige")),
    ],
    "C34": [("evaluations.evaluationremark", (ONE_PLAN, "laes-fundene-sammen"))],
}
CONTRADICTIONS_ABSENT = {
    "C33": "no row: relative time words are never stored (test_no_text_is_dated_by_its_own_words)",
    **{
        f"C{number}": "concerns the trials, not the evidence"
        for number in (5, 6, 7, 8, 21, 22, 23, 24, 25, 29, 35, 36, 37, 38, 39)
    },
}

# (attribute, comparison, values, borderline) of each condition, by target group of the evaluation.
POPULATIONS = {
    HANDICAP: [
        [("disability", "one_of", ["yes"], [])],
        [("mental_illness", "one_of", ["yes"], [])],
    ],
    APPRENTICES: [
        [("employment", "one_of", ["beskaeftiget"], [])],
        [("skill_level", "one_of", ["faglaert"], []), ("employment", "one_of", ["ledig"], [])],
    ],
    MORE: [[("benefit", "one_of", ["ressourceforloeb"], [])]],
    RAMBOELL: [
        [
            ("benefit", "one_of", ["kontanthjaelp"], []),
            ("readiness", "one_of", ["aktivitetsparat"], []),
            ("age", "more_than", ["30"], ["30"]),
            ("unemployed_months", "at_least", ["12"], []),
        ]
    ],
    ONE_PLAN: [[("complex_problems", "one_of", ["yes"], [])]],
    IBBIS: [[("on_sick_leave", "one_of", ["yes"], [])]],
}
POPULATIONS[VIVE] = POPULATIONS[RAMBOELL]

OURS = ("05_evidence_sources", "06_programmes", "07_evaluations", "08_recommendations")
RELATIVE_TIME = re.compile(
    r"\b(ny|nye|nyt|nyeste|netop|kommende|igangværende|nylig|snart|næste år|sidste år|i år)\b", re.I
)


def our_rows() -> list[dict[str, Any]]:
    files = [path for path in FILES if path.stem in OURS]
    assert len(files) == len(OURS)
    return [row for path in files for row in json.loads(path.read_text(encoding="utf-8"))]


def finding(number: str) -> Finding:
    return Finding.objects.get_by_natural_key(*FINDINGS[number])


def content_models() -> list[type[models.Model]]:
    labels = {"trials", "evaluations", "recommendations"}
    return [model for model in apps.get_models() if model._meta.app_label in labels]


def everything() -> str:
    """All rows as text with natural keys, so that two loads can be compared."""
    rows: list[str] = []
    for model in content_models():
        text = serialize(
            "jsonl",
            model._default_manager.order_by("pk"),
            use_natural_foreign_keys=True,
            use_natural_primary_keys=True,
        )
        rows += text.splitlines()
    return "\n".join(sorted(rows))


def test_each_finding_of_the_ledger_is_a_row_of_its_own() -> None:
    assert set(FINDINGS) | set(FINDINGS_ABSENT) == {f"F{number}" for number in range(1, 59)}
    stored = set(Finding.objects.values_list("evaluation__slug", "slug"))
    assert stored == set(FINDINGS.values()) | LATER_FINDINGS
    assert len(set(FINDINGS.values())) == len(FINDINGS)


def test_each_recommendation_of_the_ledger_is_a_row_of_its_own() -> None:
    numbers = [f"R{n}" for n in range(1, 21) if n != 17] + ["R17a", "R17b", "R17c", "R17d"]
    assert set(RECOMMENDATIONS) == set(numbers)
    assert sorted(RECOMMENDATIONS.values()) == sorted(
        Recommendation.objects.values_list("slug", flat=True)
    )


def test_each_contradiction_is_told_or_absent_with_a_reason() -> None:
    assert set(CONTRADICTIONS) | set(CONTRADICTIONS_ABSENT) == {f"C{n}" for n in range(1, 40)}
    for number, rows in CONTRADICTIONS.items():
        for label, key in rows:
            row = apps.get_model(label)._default_manager.get_by_natural_key(*key)
            assert row is not None, number


@pytest.mark.parametrize(("evaluation", "groups"), POPULATIONS.items())
def test_the_studied_population_is_what_the_source_tells(
    evaluation: str, groups: list[list[tuple[str, str, list[str], list[str]]]]
) -> None:
    stored = [
        [
            (row.attribute, row.comparison, row.values, row.borderline)
            for condition in group.conditions.all()
            for row in condition.alternatives.all()
        ]
        for group in Evaluation.objects.get(slug=evaluation).target_groups.all()
    ]
    assert sorted(stored) == sorted(groups)


@pytest.mark.parametrize(
    ("beside", "positive"),
    [
        pytest.param("F31", "F23", id="no-effect-on-retention-ramboell"),
        pytest.param("F36", "F33", id="no-effect-on-retention-vive"),
        pytest.param("F45", "F42", id="no-improvement-for-some"),
        pytest.param("F58", "F57", id="the-economy-is-uncertain"),
    ],
)
def test_what_speaks_against_stands_beside_what_speaks_for(beside: str, positive: str) -> None:
    assert finding(beside).evaluation == finding(positive).evaluation


def test_no_detected_effect_is_a_direction_of_its_own() -> None:
    null = Finding.objects.filter(direction="none_detected")
    assert {(row.evaluation.slug, row.slug) for row in null} == {
        FINDINGS["F31"],
        FINDINGS["F36"],
        (IBBIS, "beskaeftigelse"),
    }
    assert all("ingen påvist effekt" in row.statement for row in null)


def test_an_effect_that_ceases_says_when() -> None:
    row = finding("F35")
    assert (row.horizon_from, row.horizon_to, row.ceases) == (0, 18, True)
    assert not Finding.objects.exclude(pk=row.pk).filter(horizon_to__isnull=False).exists()


def test_only_an_effect_with_a_told_control_group_has_a_comparison_class() -> None:
    compared = Finding.objects.filter(design__in=["D2", "D3", "D4", "D5"])
    assert {row.evaluation.slug for row in compared} == {VIVE}
    assert {row.kind for row in compared} == {"effect"}
    assert Evaluation.objects.exclude(comparison="").get().slug == VIVE


def test_only_one_plan_has_clusters() -> None:
    assert {(row.evaluation.slug, row.slug) for row in Finding.objects.exclude(cluster="")} == {
        FINDINGS["F55"]
    }


def test_every_finding_and_every_recommendation_names_its_source() -> None:
    assert not Finding.objects.filter(citations__isnull=True).exists()
    for model in (Evaluation, Programme, Recommendation):
        assert not model.objects.filter(citations__isnull=True).exists()


def test_a_recommendation_rests_on_findings_unless_it_is_official_guidance() -> None:
    for row in Recommendation.objects.all():
        assert row.supports.exists() != (row.status == "official_guidance"), row.slug


def test_elements_of_social_stoette_carry_the_null_findings_too() -> None:
    null = {FINDINGS["F31"], FINDINGS["F36"]}
    for number in ("R12", "R13", "R14", "R15"):
        supports = Support.objects.filter(recommendation__slug=RECOMMENDATIONS[number])
        assert null <= {support.finding.natural_key() for support in supports}


def test_what_is_only_named_has_no_evaluation() -> None:
    named = {"nextwork", "ips", "cti", "jobfirst", "flere-skal-med"}
    assert {row.slug for row in Programme.objects.filter(evaluations__isnull=True)} == named


@pytest.mark.slow
def test_loading_again_gives_the_same_rows() -> None:
    before = everything()
    load_fixtures()
    assert everything() == before


def test_no_row_is_written_in_two_places() -> None:
    written: Counter[str] = Counter(
        row["model"] for path in FILES for row in json.loads(path.read_text(encoding="utf-8"))
    )
    stored = {model._meta.label_lower: model._default_manager for model in content_models()}
    assert written == {label: stored[label].count() for label in written}


def test_every_row_passes_its_own_validation() -> None:
    failures = []
    for model in content_models():
        for row in model._default_manager.all():
            try:
                row.full_clean()
            except ValidationError as error:
                failures.append((model.__name__, str(row), error.message_dict))
    assert failures == []


def test_every_row_can_be_a_document() -> None:
    for model in (Programme, Evaluation, Recommendation):
        for row in model.objects.for_publication():
            assert json.dumps(row.as_document())


def test_no_text_is_dated_by_its_own_words() -> None:
    found = [
        (row["model"], text)
        for row in our_rows()
        for text in row["fields"].values()
        if isinstance(text, str) and RELATIVE_TIME.search(text)
    ]
    assert found == []


def test_no_text_claims_that_something_does_not_work() -> None:
    assert "virker ikke" not in json.dumps(our_rows(), ensure_ascii=False).lower()

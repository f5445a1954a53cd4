"""The tables: what each covers, in the order of its columns. See docs/import.md."""

from collections.abc import Callable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from evaluations.models import Evaluation, Finding, FindingCitation
from evaluations.recommendations.models import Recommendation, Support
from portal.exchange import widgets
from portal.exchange.columns import ABOVE, OWNER, POSITION, WHOLE, Column, Table
from portal.exchange.places import Places, citations
from portal.words import EditionKind
from trials.models import (
    Citation,
    DurationStep,
    LegalBasis,
    Municipality,
    Trial,
    TrialDecision,
    TrialParameter,
    TrialPeriod,
)

OWN_SLUG = f"{OWNER}.slug"


def _finding_told(part: Any) -> str:
    return f"{part['evaluation']}/{part['finding']}"


def _places(model: Any) -> Places:
    if model is Citation:
        return citations()
    if model is Municipality:
        return Places(model, told=lambda part: part["code"], read=widgets.four_digits)
    if model is Finding:
        return Places(
            model, named=lambda row: "/".join(row.natural_key()), told=_finding_told,
            related="evaluation",
        )  # fmt: skip
    return Places(model)


def _widget(field: Any) -> Any:
    """How cells of such a field are read and written."""
    if field.many_to_many:
        return widgets.ReferencesWidget(_places(field.related_model))
    if field.is_relation:
        return widgets.ReferenceWidget(_places(field.related_model))
    if isinstance(field, ArrayField):
        codes: Any = field.base_field.choices
        return widgets.CodesWidget(codes) if codes else widgets.ListWidget()
    if field.choices:
        return widgets.CodeWidget(field.choices)
    kinds: dict[Any, Callable[[], Any]] = {
        models.BooleanField: widgets.YesNoWidget,
        models.DateField: widgets.DayWidget,
        models.SlugField: widgets.SlugWidget,
        models.PositiveSmallIntegerField: widgets.NumberWidget,
    }
    return kinds.get(type(field), widgets.TextWidget)()


def _table(
    slug: str,
    title: str,
    model: Any,
    kind: EditionKind,
    keys: tuple[str, ...],
    paths: dict[str, str],
    **more: Any,
) -> Table:
    """A table of these fields, each with its place in a document; "" when it is of that name."""
    columns = []
    for name, path in paths.items():
        field = model._meta.get_field(name)
        single = field.is_relation and not field.many_to_many
        is_code = model is Municipality and name == "code"
        column = Column(
            heading=str(field.verbose_name),
            attribute=f"{name}_id" if single else name,
            widget=widgets.MunicipalityCodeWidget() if is_code else _widget(field),
            path=path or name,
        )
        columns.append(column)
    order = tuple(f"{name}__slug" if name in _OWNERS else name for name in keys)
    return Table(
        slug=slug, title=title, model=model, kind=kind, keys=keys, columns=tuple(columns),
        order=more.pop("order", order), **more,
    )  # fmt: skip


def _of_trial(slug: str, title: str, model: Any, parts: str, paths: dict[str, str]) -> Table:
    """A table of what a trial is made of, in its order."""
    return _table(
        slug, title, model, EditionKind.TRIAL, ("trial", "position"),
        {"trial": OWN_SLUG, "position": POSITION, **paths}, parts=(parts,),
    )  # fmt: skip


_OWNERS = frozenset({"trial", "evaluation", "recommendation"})

MUNICIPALITIES = _table(
    "kommuner", "Kommuner", Municipality, EditionKind.MUNICIPALITIES, ("code",),
    {"code": "", "name": "", "official_name": "", "aliases": "", "region": "",
     "region_from_2027": ""},
    parts=("municipalities",), is_closed=True,
)  # fmt: skip
TRIALS = _table(
    "forsoeg", "Forsøg", Trial, EditionKind.TRIAL, ("slug",),
    {"slug": "", "title": "", "summary": "", "derogates_from": "", "reservation": "",
     "target_groups": "", "coverage": "coverage.kind", "municipalities": "coverage.municipalities",
     "municipality_count": "coverage.count", "coverage_citation": "coverage.source",
     "ordinary_group": "", "ordinary_known_on": "", "limit_unit": "limit.unit",
     "ordinary_limit": "limit.ordinary"},
)  # fmt: skip
PERIODS = _of_trial(
    "perioder", "Perioder", TrialPeriod, "periods",
    {"start_earliest": "start.earliest", "start_latest": "start.latest",
     "start_citation": "start.source", "end_earliest": "end.earliest",
     "end_latest": "end.latest", "open_ended": "", "end_citation": "end.source"},
)  # fmt: skip
DECISIONS = _of_trial(
    "beslutninger", "Beslutninger", TrialDecision, "decisions",
    {"kind": "", "until": "", "text": "", "citation": "source"},
)  # fmt: skip
PARAMETERS = _of_trial(
    "parametre", "Parametre", TrialParameter, "parameters",
    {"name": "", "ordinary": "", "ordinary_citation": "ordinary_source", "trial_value": "trial",
     "trial_citation": "trial_source"},
)  # fmt: skip
STEPS = _of_trial(
    "trin", "Trin", DurationStep, "limit.steps",
    {"value": "", "requires": "", "citation": "source"},
)  # fmt: skip
LEGAL_BASES = _of_trial(
    "retsgrundlag", "Retsgrundlag", LegalBasis, "legal_bases", {"role": "", "citation": "source"}
)
EVALUATIONS = _table(
    "evalueringer", "Evalueringer", Evaluation, EditionKind.EVALUATION, ("slug",),
    {"slug": "", "title": "", "summary": "", "programmes": "", "trials": "", "target_groups": "",
     "evaluator": "", "publisher": "", "published": "published.date",
     "published_precision": "published.precision", "method": "", "comparison": "", "sites": "",
     "citations": "sources"},
)  # fmt: skip
FINDINGS = _table(
    "fund", "Fund", Finding, EditionKind.EVALUATION, ("evaluation", "slug"),
    {"evaluation": OWN_SLUG, "slug": "", "position": POSITION, "outcome": "", "statement": "",
     "direction": "", "change": "", "kind": "", "design": "", "magnitude": "",
     "horizon_from": "horizon_from_months", "horizon_to": "horizon_months", "ceases": "",
     "population": "", "cluster": ""},
    parts=("findings",), order=("evaluation__slug", "position", "slug"),
)  # fmt: skip
FINDING_SOURCES = _table(
    "kilder-til-fund", "Kilder til fund", FindingCitation, EditionKind.EVALUATION,
    ("finding", "position"),
    {"finding": ABOVE, "position": POSITION, "citation": WHOLE, "deviation": ""},
    parts=("findings", "sources"),
    order=("finding__evaluation__slug", "finding__position", "finding__slug", "position"),
)  # fmt: skip
RECOMMENDATIONS = _table(
    "anbefalinger", "Anbefalinger", Recommendation, EditionKind.RECOMMENDATION, ("slug",),
    {"slug": "", "title": "", "text": "", "status": "", "issuer": "", "programme": "",
     "target_groups": "", "conditions": "", "citations": "sources"},
)  # fmt: skip
SUPPORTS = _table(
    "stoette", "Støtte i fund", Support, EditionKind.RECOMMENDATION, ("recommendation", "finding"),
    {"recommendation": OWN_SLUG, "finding": WHOLE, "note": ""}, parts=("supports",),
    order=("recommendation__slug", "finding__evaluation__slug", "finding__slug"),
)  # fmt: skip
_ALL = (
    TRIALS, PERIODS, DECISIONS, PARAMETERS, STEPS, LEGAL_BASES, EVALUATIONS, FINDINGS,
    FINDING_SOURCES, RECOMMENDATIONS, SUPPORTS, MUNICIPALITIES,
)  # fmt: skip
TABLES = {table.slug: table for table in _ALL}


def tables_of_kind(kind: EditionKind) -> list[Table]:
    """The tables of what is published as that kind."""
    return [table for table in TABLES.values() if table.kind is kind]


def table_of(model: Any) -> Table | None:
    """The table of the rows that a list of the desk shows."""
    return next((table for table in TABLES.values() if table.model is model), None)

"""Drafts of everything, with one word in every text of them that nobody has published."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, F, Func, Model, SlugField, TextField, URLField, Value
from django.db.models.functions import Concat, Left

from evaluations.models import Evaluation, Finding, Organisation, Programme
from evaluations.recommendations.models import Recommendation, Support
from portal.models import Submission, User
from portal.rights import CONTENT
from portal.trail.acting import acting
from portal.words import EditionKind, SubmissionOutcome
from trials.models import (
    Citation,
    Municipality,
    Participation,
    Source,
    TargetGroup,
    Trial,
    WorkedExample,
)

# A word that no published page holds.
CANARY = "kanariefugl"
# Texts that are codes.
CODES = frozenset({"borderline", "code", "eli", "values"})


def write_drafts(by: User, *, of_municipalities: bool) -> None:
    """An unpublished change of every row there is, new rows of every kind, and the way to approval.

    The texts are found and not listed: a column that is added later is written as well. The
    municipalities are left out for administrators, who may read them on the desk.
    """
    with acting(by, f"Fordi {CANARY}"):
        for model in _written():
            _write_in_every_text(model, CANARY)
        if of_municipalities:
            _write_in_every_text(Municipality, CANARY)
        trial = _new_trial()
        evaluation = _new_evaluation(trial)
        _new_advice(evaluation)
    _submit(trial.slug, by)
    _submit("ibbis", by)
    _submit("nextwork-praktik", by, sent_back=True)


def _written() -> Iterator[type[Model]]:
    for label in CONTENT:
        for model in apps.get_app_config(label).get_models():
            if model not in {Municipality, Participation}:
                yield model


def _write_in_every_text(model: Any, word: str) -> None:
    changes = {field.name: _with(word, field) for field in _texts(model)}
    if changes:
        model._base_manager.update(**changes)


def _texts(model: Any) -> Iterator[Any]:
    """The fields that take free text: no code, no short name, and no choice from a list."""
    for field in model._meta.concrete_fields:
        inner = field.base_field if isinstance(field, ArrayField) else field
        is_text = isinstance(inner, (CharField, TextField)) and not inner.choices
        if is_text and not isinstance(inner, SlugField) and field.name not in CODES:
            yield field


def _with(word: str, field: Any) -> Any:
    if isinstance(field, ArrayField):
        return Func(F(field.name), Value(word), function="array_append")
    tail = f"/{word}" if isinstance(field, URLField) else f" {word}"
    start = Left(field.name, field.max_length - len(tail)) if field.max_length else F(field.name)
    return Concat(start, Value(tail))


# --- New rows ---------------------------------------------------------------------------------


def _copied(row: Any, **fields: Any) -> Any:
    """A new row like the one that is there, under a name of its own."""
    row.pk, row._state.adding = None, True
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return row


def _new_trial() -> Trial:
    """A trial that was never published, with all that hangs on it."""
    source = _copied(Source.objects.earliest("pk"), slug=f"{CANARY}-kilde")
    place = _copied(Citation.objects.earliest("pk"), source=source)
    group = _copied(TargetGroup.objects.earliest("pk"), slug=f"{CANARY}-gruppe", citation=place)
    trial: Trial = _copied(
        Trial.objects.get(slug="ibbis"), slug=f"{CANARY}-trial", coverage_citation=place
    )
    trial.target_groups.set([group])
    trial.municipalities.set(Municipality.objects.all()[:5])
    old = Trial.objects.get(slug="ibbis")
    for parts in (old.periods, old.claims, old.remarks, old.legal_bases, old.examples):
        for part in parts.all():
            _copied(part, trial=trial)
    _copied(WorkedExample.objects.earliest("pk"), slug=f"{CANARY}-eksempel")
    old.municipalities.set(Municipality.objects.all()[3:9])
    old.target_groups.add(group)
    return trial


def _new_evaluation(trial: Trial) -> Evaluation:
    """A programme and an evaluation of it with a finding, beside what is published."""
    name = f"Styrelsen for {CANARY}"
    maker = _copied(Organisation.objects.earliest("pk"), slug=f"{CANARY}-maker", name=name)
    programme = _copied(Programme.objects.get(slug="ips"), slug=f"{CANARY}-programme")
    programme.trials.set([trial, Trial.objects.get(slug="ibbis")])
    old = Evaluation.objects.get(slug="en-plan-vive")
    evaluation: Evaluation = _copied(old, slug=f"{CANARY}-evaluation", evaluator=maker)
    evaluation.programmes.set([programme, Programme.objects.get(slug="ips")])
    evaluation.trials.set([trial, Trial.objects.get(slug="ibbis")])
    evaluation.target_groups.set(TargetGroup.objects.filter(slug=f"{CANARY}-gruppe"))
    _copied(Finding.objects.earliest("pk"), slug=f"{CANARY}-fund", evaluation=evaluation)
    _copied(Finding.objects.earliest("pk"), slug=f"{CANARY}-fund", position=90)
    return evaluation


def _new_advice(evaluation: Evaluation) -> None:
    advice: Recommendation = _copied(
        Recommendation.objects.get(slug="loentimer"), slug=f"{CANARY}-recommendation"
    )
    advice.target_groups.set(TargetGroup.objects.all()[:4])
    for finding in evaluation.findings.all():
        Support.objects.create(recommendation=advice, finding=finding, note=CANARY)


def _submit(slug: str, by: User, *, sent_back: bool = False) -> None:
    sent = Submission.objects.create(
        kind=EditionKind.TRIAL, slug=slug, content_hash="0" * 64, sent_by=by, note=CANARY
    )
    if sent_back:
        mine = Submission.objects.filter(pk=sent.pk)
        mine.close(SubmissionOutcome.SENT_BACK, by=by, answer=f"Ret: {CANARY}")

"""Walks the site: every address that the resolver knows, and a browser for each role."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from evaluations.models import Evaluation, Finding, Organisation, Programme
from evaluations.recommendations.models import Recommendation
from portal.models import Change, Edition, Report, User
from portal.rights.matrix import COLUMNS, STRANGER
from trials.models import (
    Citation,
    Municipality,
    Participation,
    Source,
    TargetGroup,
    Trial,
    WorkedExample,
)

ROLES = [str(column) for column in COLUMNS]
SLUGS = {"trial": "ibbis", "programme": "ips", "evaluation": "en-plan-vive",
         "recommendation": "loentimer", "admin:table": "fund",
         "admin:table_export": "fund"}  # fmt: skip
ROWS: dict[str, Any] = {
    "trials_source": Source,
    "trials_citation": Citation,
    "trials_targetgroup": TargetGroup,
    "trials_trial": Trial,
    "trials_workedexample": WorkedExample,
    "trials_municipality": Municipality,
    "trials_participation": Participation,
    "evaluations_organisation": Organisation,
    "evaluations_programme": Programme,
    "evaluations_evaluation": Evaluation,
    "evaluations_finding": Finding,
    "recommendations_recommendation": Recommendation,
    "portal_user": User,
    "portal_report": Report,
    "portal_change": Change,
    "portal_edition": Edition,
    "auth_group": Group,
}
QUERIES = {
    "admin:autocomplete": "?app_label=trials&model_name=trial&field_name=municipalities&term=r",
}


def patterns(within: Any = None, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """The name and the address of every page, with what varies still in brackets."""
    for each in (within or get_resolver()).url_patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(each, address, f"{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern):
            yield f"{space}{each.name or ''}", address


ADDRESSES = dict(patterns())
NAMES = sorted(ADDRESSES)


def user_with(role: str) -> User | None:
    if role == STRANGER:
        return None
    user, is_new = User.objects.get_or_create(username=f"prøve-{role}")
    if is_new:
        user.groups.add(Group.objects.get(name=role))
    return user


def browser_of(role: str, user: User | None = None) -> Client:
    client = Client()
    if someone := (user or user_with(role)):
        client.force_login(someone)
    return client


def address_of(name: str, *, row: Any = None, slug: str = "", folder: str = "forsoeg") -> str:
    """An address of the page that leads to something that is there, or to what is given."""
    address = ADDRESSES[name]
    if model := model_of(name):
        row = row or model.objects.order_by("pk").first()
        address = address.replace("<path:object_id>", str(row.pk if row else 1))
    for part, value in {
        "<slug:slug>": slug or SLUGS.get(name.removesuffix("_edition"), "ibbis"),
        "<int:number>": "1",
        "<int:key>": str((row or Citation.objects.earliest("pk")).pk),
        "<slug:folder>": folder,
        "<slug:table>": "fund",
        "<slug:file_format>": "csv",
        "<uidb64>/<token>": "MQ/set-password",
        "<path:content_type_id>": "1",
        "<path:object_id>": "1",
        "^(?P<app_label>trials|portal|evaluations|recommendations|auth)/$": "trials/",
        "(?P<url>.*)$": "findes-ikke",
    }.items():
        address = address.replace(part, value)
    assert not set("<>$") & set(address), address
    return f"/{address}{QUERIES.get(name, '')}"


def model_of(name: str) -> Any:
    """The model whose row the page of the desk is about; None for other pages."""
    if "<path:object_id>" not in ADDRESSES[name]:
        return None
    return ROWS.get(name.removeprefix("admin:").rpartition("_")[0])

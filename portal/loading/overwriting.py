"""What a load would overwrite, field by field, and what is known of the row that is stored."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from portal.kinds import kind_of
from portal.loading.desk import Desk
from portal.loading.reports import Conflict, Place
from portal.loading.rows import Draft
from portal.models import Change, Edition
from portal.publication import MUNICIPALITIES_SLUG
from portal.trail.parts import Rows
from portal.trail.tables import owner_field
from portal.words import EditionKind
from trials.models import Municipality, Participation
from trials.rules import danish_date

LONGEST = 120


def conflict_of(place: Place, draft: Draft, stored: Any, desk: Desk) -> Conflict | None:
    """How the object differs from the stored row; None when it does not."""
    now, new = desk.told(stored), desk.told(draft.row, draft.ties)
    fields = tuple(
        (name, _shown(now[name]), _shown(new[name])) for name in now if now[name] != new[name]
    )
    if not fields:
        return None
    return Conflict(place=place, fields=fields, since=tuple(_since(stored)))


def _shown(value: Any) -> str:
    if value in (None, "", []):
        return "tom"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"\u201d{text[:LONGEST]}…\u201d" if len(text) > LONGEST else f"\u201d{text}\u201d"


def _since(row: Any) -> Iterator[str]:
    if change := _edited(row):
        who = change.user.get_username() if change.user else f"bruger nr. {change.user_id}"
        day = danish_date(change.at.astimezone(timezone.get_current_timezone()).date())
        yield f"rettet af {who} {day}, efter at den blev indlæst"
    if edition := _published(row):
        yield f"udgivet (udgave {edition.number} af {edition.get_kind_display()} {edition.slug})"


def _edited(row: Any) -> Change | None:
    """The newest change of the row by a person, when nothing was loaded over it since."""
    rows = [Rows(model=type(row), keys=frozenset({row.pk}))]
    for field in row._meta.many_to_many:
        through, column = field.remote_field.through, field.m2m_column_name()
        rows.append(Rows(model=through, keys=frozenset({row.pk}), column=column))
    newest = Change.objects.of_any(each.wanted for each in rows).newest_first().first()
    return newest if newest and newest.user_id else None


def _published(row: Any) -> Edition | None:
    """The edition on the shelf that tells the row, or the thing that it is a part of."""
    while owner := owner_field(type(row)):
        row = getattr(row, owner.name)
    if isinstance(row, Municipality):
        return _on_the_shelf(EditionKind.MUNICIPALITIES, MUNICIPALITIES_SLUG)
    if isinstance(row, Participation):
        return _on_the_shelf(EditionKind.PARTICIPATION, row.trial.slug)
    kind = kind_of(row)
    return _on_the_shelf(kind, row.slug) if kind else None


def _on_the_shelf(kind: EditionKind, slug: str) -> Edition | None:
    return Edition.objects.current(kind).filter(slug=slug).first()

"""Who wrote last: whoever did so does not publish it alone."""

from portal.models import Change, ChangeQuerySet, Edition, User
from portal.trail.parts import Rows, rows_of
from portal.words import EditionKind, Operation
from trials.models import Record


def last_author(kind: EditionKind, slug: str) -> User | None:
    """Who made the newest change since the desk was last published, of anything the thing says.

    What came with a file, or from the database itself, has no author and frees nobody from theirs.
    None when nobody has made a change, or whoever did is gone.
    """
    newest = Edition.objects.from_desk(kind, slug).first()
    rows = rows_of(kind, slug)
    changes = changes_of(rows).after(newest.published_at if newest else None)
    ours = (change for change in changes if any(each.are_changed_by(change) for each in rows))
    return next((change.user for change in ours if change.user), None)


def first_author(row: Record) -> User | None:
    """Who made the row; None when it came with a file, the database was asked, or they are gone."""
    made = Change.objects.filter(
        table_name=row._meta.db_table, row_key=str(row.pk), operation=Operation.INSERT
    )
    first = made.select_related("user").order_by("pk").first()
    return first.user if first else None


def changes_of(rows: list[Rows]) -> ChangeQuerySet:
    """All that was done to the rows, the newest first."""
    return Change.objects.of_any(each.wanted for each in rows).newest_first()

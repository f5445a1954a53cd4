"""What a user follows, told by the titles on the shelf."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from portal.models import Watch
from portal.news.changes import Chronicle
from portal.shelf import Content
from portal.words import WatchKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One thing that is followed: its title, its page, and what there is to say of it."""

    watch: Watch
    title: str
    address: str
    note: str = ""


def followed(watches: Iterable[Watch], content: Content, told: Chronicle) -> list[Followed]:
    """The rows of the page, in their order."""
    return [_followed(watch, content, told) for watch in watches]


def _followed(watch: Watch, content: Content, told: Chronicle) -> Followed:
    if watch.kind == WatchKind.MUNICIPALITY:
        title = content.municipalities.get(watch.code, watch.code)
        return Followed(watch=watch, title=title, address=address_of(watch))
    trial = told.trials.get(watch.code)
    is_there = watch.code in content.trials
    return Followed(
        watch=watch,
        title=trial.title if trial else watch.code,
        address=address_of(watch),
        note="" if is_there else "Trukket tilbage.",
    )


def address_of(watch: Watch) -> str:
    """The page of what is followed: of a municipality, the start page about it."""
    if watch.kind == WatchKind.TRIAL:
        return reverse("trial", args=[watch.code])
    return reverse("front", query={"kommune": watch.code})

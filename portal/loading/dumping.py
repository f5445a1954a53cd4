"""Writes the content so that it loads into the same rows: natural keys, in a stable order."""

import json
from typing import Any

from portal.loading.desk import Desk, content_models, in_stable_order
from portal.loading.stamps import stamp
from portal.turns import one_moment


def dumped() -> dict[str, str]:
    """The text of a file for each table that has rows, in the order in which they load."""
    desk = Desk()
    with one_moment():
        told = {model._meta.label_lower: _told(desk, model) for model in content_models()}
    return {label: as_text([stamp(), *rows]) for label, rows in told.items() if rows}


def together(files: dict[str, str]) -> str:
    """The files as one, under one stamp."""
    return as_text([stamp(), *(row for text in files.values() for row in json.loads(text)[1:])])


def as_text(objects: list[dict[str, Any]]) -> str:
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _told(desk: Desk, model: Any) -> list[dict[str, Any]]:
    label = model._meta.label_lower
    return [{"model": label, "fields": desk.told(row)} for row in in_stable_order(desk, model)]

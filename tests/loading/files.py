"""Runs the commands ``content_load`` and ``content_dump``, and writes files for them."""

import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

from portal.loading.desk import content_models


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command wrote, and the code that it ended with."""

    out: str
    err: str
    code: int


def run(command: str, *arguments: Any, **options: Any) -> Outcome:
    out = StringIO()
    try:
        call_command(command, *map(str, arguments), stdout=out, **options)
    except CommandError as error:
        return Outcome(out=out.getvalue(), err=str(error), code=error.returncode)
    return Outcome(out=out.getvalue(), err="", code=0)


def written(path: Path, *objects: Any) -> Path:
    """The objects as a file, one to a line, so that the object stands on its own number plus 1."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in objects)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return path


def rows_stored() -> int:
    return sum(model._base_manager.count() for model in content_models())


def clear_the_desk() -> None:
    """No content; what is on the shelf stays there."""
    for model in content_models():
        for each in [model, *(field.remote_field.through for field in model._meta.many_to_many)]:
            rows = each._base_manager.all()
            rows._raw_delete(rows.db)


def source(**changes: Any) -> dict[str, Any]:
    """A source that nothing is wrong with."""
    fields: dict[str, Any] = {"slug": "proevekilde", "title": "En prøve", "kind": "rapport"}
    fields |= {"publisher": "", "published": None, "published_precision": "ukendt"}
    fields |= {"address": "", "eli": "", "note": ""}
    fields |= changes
    return {"model": "trials.source", "fields": fields}

"""Claims and remarks look alike on programmes and evaluations."""

from typing import Any


class ClaimFields:
    """Påstande: the fields of a claim, inside the page of what it is about."""

    fields: Any = (("topic", "chosen"), "statement", "why_chosen", ("citation", "position"))
    autocomplete_fields: Any = ("citation",)


class RemarkFields:
    """Bemærkninger: the fields of a remark, inside the page of what it is about."""

    fields: Any = ("kind", "text", ("citation", "position"))
    autocomplete_fields: Any = ("citation",)

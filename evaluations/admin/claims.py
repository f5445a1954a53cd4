"""Claims and remarks look alike on programmes and evaluations."""


class ClaimFields:
    """Påstande: the fields of a claim, inside the page of what it is about."""

    fields = ("position", "topic", "statement", "chosen", "citation")
    autocomplete_fields = ("citation",)


class RemarkFields:
    """Bemærkninger: the fields of a remark, inside the page of what it is about."""

    fields = ("position", "kind", "text", "citation")
    autocomplete_fields = ("citation",)

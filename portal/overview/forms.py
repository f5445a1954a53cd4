"""What the addresses of the overview pages may state; every field may be left out."""

from datetime import date
from typing import Any

from django.http import QueryDict

from evaluations.words import Direction
from portal.fields import DayField
from portal.library.parameters import CodeField
from portal.library.strict import StrictForm, search_helper
from portal.pictures.evidence_map import Found, Strand
from portal.shelf import Content
from trials.rules import choices

GONE = "Den evaluering er ikke udgivet i Vejviser nu. Vælg en på listen."


class TimelineForm(StrictForm):
    """Tidslinjen: a day to mark, and a municipality to leave trials out by."""

    def __init__(self, data: QueryDict, *, content: Content, today: date) -> None:
        super().__init__(data)
        self.fields["dato"] = DayField(
            today=today, label="Dag", help_text="Den dag, der vises på linjen: dd-mm-åååå."
        )
        self.fields["kommune"] = CodeField(
            codes=list(content.municipalities.items()),
            required=False,
            label="Kan gælde i kommunen",
            help_text="Også forsøg, hvor kilden ikke siger, om kommunen er med.",
        )
        self.helper = search_helper("Vis")


class EvidenceMapForm(StrictForm):
    """Videnskortet: which findings to show; what is left out is counted on the page."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.fields["retning"] = CodeField(
            codes=choices(Direction), required=False, label="Retning"
        )
        self.fields["art"] = CodeField(codes=choices(Strand), required=False, label="Slags viden")
        self.helper = search_helper("Vis")

    def wants(self, found: Found) -> bool:
        """Whether the finding is one of those asked for."""
        direction, strand = self.cleaned_data["retning"], self.cleaned_data["art"]
        return direction in ("", found.finding["direction"]) and strand in ("", found.strand)


class ComparisonForm(StrictForm):
    """Sammenligningen: two evaluations, which must not be the same one."""

    def __init__(self, data: QueryDict, *, content: Content) -> None:
        super().__init__(data)
        titles = [(slug, row.document["title"]) for slug, row in content.evaluations.items()]
        for name, label in (("a", "Den ene evaluering"), ("b", "Den anden evaluering")):
            field = CodeField(codes=titles, default="vælg", required=False, label=label)
            field.error_messages["invalid_choice"] = GONE
            self.fields[name] = field
        self.helper = search_helper("Sammenlign")

    def clean(self) -> dict[str, Any]:
        one, other = self.cleaned_data.get("a"), self.cleaned_data.get("b")
        if one and one == other:
            self.add_error("b", "Det er den samme evaluering to gange. Vælg en anden her.")
        return self.cleaned_data

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.fields import TextField
from portal.library.strict import StrictForm
from portal.models import Report, User
from portal.models.reports import LONGEST_REPORT
from portal.reports.addresses import LONGEST_PATH, edition_shown, match_of
from portal.words import ReportKind
from trials.refusing import RefusingForm
from trials.rules import choices

NOT_OURS = "Det er ikke en side, man kan melde fejl på. Gå til siden, og vælg Meld en fejl nederst."
NAMES_SOMEBODY = (
    "Teksten ligner en mailadresse eller et telefonnummer. Fjern det, hvis det hører til en "
    "borger. Er det en myndigheds eller en kildes, så sæt kryds nedenfor, og send igen."
)
_MAIL_OR_TELEPHONE = re.compile(
    r"[^\s@]+@[^\s@]+\.[a-zæøå]{2,}"
    r"|(?<!\d)(?<!\d[.-])(?:\+45 ?)?(?:\d{2} ?){4}(?!\d|[.-]\d)",
    re.IGNORECASE,
)


class PageForm(StrictForm):
    """Side: the page that the report is about, as the address states it."""

    side = forms.CharField(
        max_length=LONGEST_PATH, required=False, error_messages={"max_length": NOT_OURS}
    )

    def clean_side(self) -> str:
        path: str = self.cleaned_data["side"]
        if path and match_of(path) is None:
            raise ValidationError(NOT_OURS)
        return path


class ReportForm(RefusingForm, forms.Form):
    """Meld en fejl: a choice and a short text about a page, and nothing about a citizen."""

    kind = forms.ChoiceField(
        label="Hvad er galt?",
        choices=choices(ReportKind),
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad der er galt."},
    )
    text = TextField(
        label="Skriv det kort",
        max_length=LONGEST_REPORT,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=(
            f"Højst {LONGEST_REPORT} tegn. Skriv gerne, hvor det rigtige står. Skriv intet om en "
            "borger: ikke navn, nummer, mailadresse eller sag."
        ),
        error_messages={
            "required": "Skriv kort, hvad der er galt.",
            "max_length": f"Teksten er for lang: højst {LONGEST_REPORT} tegn. Gør den kortere.",
        },
    )
    anyway = forms.BooleanField(label="Det er ikke en borgers. Send, som det er.", required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        if not _MAIL_OR_TELEPHONE.search(self.data.get("text", "")):
            del self.fields["anyway"]

    def clean(self) -> dict[str, Any]:
        if "text" in self.cleaned_data and self.cleaned_data.get("anyway") is False:
            self.add_error("text", NAMES_SOMEBODY)
        return self.cleaned_data

    def save(self, page: str, by: User) -> Report:
        """Keep the report, with the edition that the page shows now."""
        report = Report(
            page=page,
            kind=self.cleaned_data["kind"],
            text=self.cleaned_data["text"],
            edition=edition_shown(page),
            reported_by=by,
        )
        report.full_clean()
        report.save()
        return report

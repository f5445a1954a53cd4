"""What the address of the search may state."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError

from portal.library.parameters import LONGEST_SEARCH, CodeField
from portal.library.strict import StrictForm, search_helper
from portal.retrieval.lexicon import words_of
from portal.search.facets import Facet

NOTHING_TYPED = "Skriv et eller flere ord at søge efter."


class SearchForm(StrictForm):
    """The words, which a person types, and the choices, which are links."""

    q = forms.CharField(
        label="Søg efter",
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        help_text=(
            "Ord fra forsøg, evalueringer, fund, anbefalinger og programmer. Skriv dem, som du "
            "plejer: bøjning, sammensatte ord og ae, oe, aa er i orden."
        ),
        error_messages={
            "required": NOTHING_TYPED,
            "max_length": f"Teksten er for lang: højst {LONGEST_SEARCH} tegn. Skriv færre ord.",
        },
    )

    def __init__(self, data: Any, *, facets: tuple[Facet, ...]) -> None:
        super().__init__(data)
        for facet in facets:
            codes = list(facet.labels.items())
            self.fields[facet.name] = CodeField(codes=codes, label=facet.label, required=False)
        self.helper = search_helper("Søg")
        self.helper.form_class = "search-form"
        self.helper.attrs = {"role": "search", "aria-label": "Søg i hele Vejviser"}
        self.helper.layout = Layout("q")

    def clean_q(self) -> str:
        text = super().clean_q()
        if not words_of(text):
            raise ValidationError("Der er intet at søge efter. Skriv et ord eller et tal.")
        return text

    @property
    def chosen(self) -> dict[str, str]:
        """What the hits are narrowed by."""
        return {name: code for name, code in self.cleaned_data.items() if code and name != "q"}

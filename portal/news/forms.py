"""What the addresses of news may state; every field may be left out."""

from django.http import QueryDict

from portal.library.parameters import CodeField
from portal.library.strict import StrictForm, search_helper
from portal.news.changes import Chronicle
from portal.news.selection import Selection
from portal.shelf import Content
from trials.rules import danish_order


class NewsForm(StrictForm):
    """Nyt: a trial, also one that is withdrawn, and a municipality to leave trials out by."""

    def __init__(self, data: QueryDict, *, content: Content, chronicle: Chronicle) -> None:
        super().__init__(data)
        self.content = content
        trials = [(slug, each.title) for slug, each in chronicle.trials.items()]
        self.fields["forsoeg"] = CodeField(
            codes=sorted(trials, key=lambda code: danish_order(code[1])),
            required=False,
            label="Om forsøget",
        )
        self.fields["kommune"] = CodeField(
            codes=list(content.municipalities.items()),
            required=False,
            label="Kan gælde i kommunen",
            help_text="Det, der handler om et forsøg, som kommunen kan være med i.",
        )
        self.helper = search_helper("Vis")

    @property
    def selection(self) -> Selection:
        stated = self.cleaned_data
        return Selection(
            content=self.content, trial=stated["forsoeg"], municipality=stated["kommune"]
        )

"""The four libraries, each declared once: its address, its words, and how its things are shown."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.library import details, filters, rows
from portal.library.parameters import LibraryFilter
from portal.library.things import Thing
from portal.words import EditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Et bibliotek: all published things of one kind, as a list and a page each."""

    kind: EditionKind
    path: str
    title: str
    lead: str
    filters: Callable[..., LibraryFilter]
    row: Callable[[Thing], rows.Row]
    details: Callable[[Thing], details.Context]
    template: str


TRIALS = Library(
    kind=EditionKind.TRIAL,
    path="forsoeg",
    title="Forsøg",
    lead="Tidsbegrænsede regler, der fraviger den almindelige lov for nogle borgere.",
    filters=filters.TrialFilter,
    row=rows.trial_row,
    details=details.trial_details,
    template="library/trial.html",
)
EVALUATIONS = Library(
    kind=EditionKind.EVALUATION,
    path="evalueringer",
    title="Evalueringer",
    lead="Undersøgelser af programmer og forsøg, med alle de fund, vi kender.",
    filters=filters.EvaluationFilter,
    row=rows.evaluation_row,
    details=details.evaluation_details,
    template="library/evaluation.html",
)
RECOMMENDATIONS = Library(
    kind=EditionKind.RECOMMENDATION,
    path="anbefalinger",
    title="Anbefalinger",
    lead="Hvad man kan gøre, hvem der siger det, og de fund, det hviler på.",
    filters=filters.RecommendationFilter,
    row=rows.recommendation_row,
    details=details.recommendation_details,
    template="library/recommendation.html",
)
PROGRAMMES = Library(
    kind=EditionKind.PROGRAMME,
    path="programmer",
    title="Programmer og metoder",
    lead="Puljer, projekter, ordninger og metoder, som er afprøvet eller nævnt i kilderne.",
    filters=filters.ProgrammeFilter,
    row=rows.programme_row,
    details=details.programme_details,
    template="library/programme.html",
)
LIBRARIES = (TRIALS, EVALUATIONS, RECOMMENDATIONS, PROGRAMMES)

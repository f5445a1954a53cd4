"""The facts that a caseworker can state about a citizen, each declared once.

The form, the API, the condition editor and the explanations are all made from these declarations:
adding an attribute means one entry here, its place in the form (``GROUPS`` of
``portal.guidance.groups``), and a test.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from trials.rules.vocabulary import (
    Benefit,
    Cluster,
    Employment,
    Health,
    LabGroup,
    Readiness,
    SkillLevel,
    Word,
    YesNo,
)


class Kind(Enum):
    """The shapes that an attribute's value can have."""

    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    SET = "set"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One fact that a caseworker can state: the only place where it is declared.

    ``subject`` and ``verb`` start the sentences of explanations ("alderen er", "borgeren har");
    yes/no facts have the two whole sentences in ``yes`` and ``no`` instead. ``question`` is put
    to the caseworker when the fact is missing. ``minimum`` and ``maximum`` are both allowed.
    """

    name: str
    kind: Kind
    label: str
    question: str
    subject: str = ""
    verb: str = "er"
    help: str = ""
    words: type[Word] | None = None
    unit: str = ""
    minimum: int = 0
    maximum: int = 0
    decimal: bool = False
    yes: str = ""
    no: str = ""
    in_conditions: bool = True

    @property
    def is_judged(self) -> bool:
        """Whether it takes the caseworker's own judgement, for the sources do not say."""
        return self.help == _JUDGEMENT


_JUDGEMENT = "Din vurdering. Kilderne fastlægger ikke ordet nærmere."


def _yes_no(name: str, label: str, yes: str, no: str, question: str, help: str = "") -> Attribute:
    return Attribute(
        name=name,
        kind=Kind.YES_NO,
        label=label,
        words=YesNo,
        yes=yes,
        no=no,
        question=question,
        help=help,
    )


_DECLARED = (
    Attribute(
        name="age",
        kind=Kind.NUMBER,
        label="alder",
        subject="alderen",
        unit="år",
        minimum=15,
        maximum=99,
        question="Hvor gammel er borgeren på dagen?",
        help="Hele år på dagen, fra 15 til 99.",
    ),
    Attribute(
        name="municipality",
        kind=Kind.CHOICE,
        label="kommune",
        subject="kommunen",
        question="Hvilken kommune har ansvaret for borgerens indsats?",
        help="Den, der har ansvaret for indsatsen.",
        in_conditions=False,
    ),
    Attribute(
        name="benefit",
        kind=Kind.CHOICE,
        label="ydelse",
        subject="ydelsen",
        words=Benefit,
        question="Hvilken ydelse får borgeren?",
    ),
    Attribute(
        name="readiness",
        kind=Kind.CHOICE,
        label="visitation",
        subject="borgeren",
        words=Readiness,
        question="Hvordan er borgeren visiteret?",
    ),
    Attribute(
        name="lab_group",
        kind=Kind.CHOICE,
        label="LAB-målgruppe",
        subject="LAB-målgruppen",
        words=LabGroup,
        question="Hvilket nummer i LAB § 6 er borgeren omfattet af?",
        help="Udledes af ydelse, visitation og alder, når de fastlægger nummeret.",
    ),
    Attribute(
        name="employment",
        kind=Kind.CHOICE,
        label="beskæftigelse",
        subject="borgeren",
        words=Employment,
        question="Er borgeren ledig eller beskæftiget?",
    ),
    Attribute(
        name="unemployed_months",
        kind=Kind.NUMBER,
        label="ledighed i måneder",
        subject="ledigheden",
        unit="måneder",
        maximum=600,
        decimal=True,
        question="Hvor mange måneder har borgeren været ledig?",
        help="Måneder, gerne med én decimal. Kilderne siger ikke altid, hvordan de tælles.",
    ),
    Attribute(
        name="skill_level",
        kind=Kind.CHOICE,
        label="uddannelsesniveau",
        subject="uddannelsesniveauet",
        words=SkillLevel,
        question="Hvilket uddannelsesniveau har borgeren?",
    ),
    _yes_no(
        "education_obsolete",
        "forældet uddannelse",
        "borgerens uddannelse er forældet",
        "borgerens uddannelse er ikke forældet",
        "Er borgerens uddannelse forældet?",
        _JUDGEMENT,
    ),
    _yes_no(
        "work_experience",
        "erhvervserfaring",
        "borgeren har erhvervserfaring",
        "borgeren har ikke erhvervserfaring",
        "Har borgeren erhvervserfaring?",
    ),
    _yes_no(
        "long_term_unemployed",
        "langvarig ledighed",
        "borgeren har langvarig ledighed",
        "borgeren har ikke langvarig ledighed",
        "Har borgeren langvarig ledighed?",
        _JUDGEMENT,
    ),
    _yes_no(
        "hard_to_place",
        "svært ved at få job med løntilskud",
        "borgeren har svært ved at få job med løntilskud",
        "borgeren har ikke svært ved at få job med løntilskud",
        "Har borgeren i øvrigt svært ved at få job med løntilskud?",
        _JUDGEMENT,
    ),
    _yes_no(
        "on_sick_leave",
        "sygemeldt",
        "borgeren er sygemeldt",
        "borgeren er ikke sygemeldt",
        "Er borgeren sygemeldt?",
    ),
    Attribute(
        name="health",
        kind=Kind.SET,
        label="helbredsforhold",
        subject="borgeren",
        verb="har",
        words=Health,
        question="Hvilke af disse helbredsforhold har betydning for borgerens arbejdsevne?",
        help="Valgfrit. Vælg \u201dingen af dem\u201d, hvis det er spurgt, og ingen passer.",
    ),
    _yes_no(
        "disability",
        "handicap",
        "borgeren har et handicap",
        "borgeren har ikke et handicap",
        "Har borgeren et handicap?",
        "Valgfrit.",
    ),
    _yes_no(
        "mental_illness",
        "psykisk sygdom",
        "borgeren har en psykisk sygdom",
        "borgeren har ikke en psykisk sygdom",
        "Har borgeren en psykisk sygdom?",
        "Valgfrit.",
    ),
    _yes_no(
        "complex_problems",
        "komplekse udfordringer",
        "borgeren har komplekse udfordringer",
        "borgeren har ikke komplekse udfordringer",
        "Har borgeren komplekse udfordringer?",
        _JUDGEMENT,
    ),
    _yes_no(
        "jobrotation_substitute",
        "vikar i jobrotation",
        "borgeren er eller skal være vikar i jobrotation",
        "borgeren er ikke vikar i jobrotation",
        "Er eller skal borgeren være vikar i jobrotation?",
    ),
    Attribute(
        name="cluster",
        kind=Kind.CHOICE,
        label="klynge",
        subject="klyngen",
        words=Cluster,
        question="Hører borgeren til voksne, unge eller familier?",
        help="Bruges kun til at vise de fund fra forsøget Én plan, der handler om klyngen.",
        in_conditions=False,
    ),
)

ATTRIBUTES: Mapping[str, Attribute] = {attribute.name: attribute for attribute in _DECLARED}

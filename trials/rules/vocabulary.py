"""The closed word lists: every code of rules, fixtures and API, with its Danish label.

Codes are the Danish legal term in ASCII and part of the public contract.
"""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A stored code with a Danish label: TextChoices without the Django import.

    ``hint`` is what only the one who chooses must know; a sentence has the label alone.
    """

    label: str
    hint: str

    def __new__(cls, code: str, label: str = "", hint: str = "") -> Self:
        word = str.__new__(cls, code)
        word._value_ = code
        word.label = label
        word.hint = hint
        return word

    @property
    def choice(self) -> str:
        """The label as a list of choices shows it."""
        return f"{self.label} ({self.hint})" if self.hint else self.label


def choices(words: type[Word]) -> list[tuple[str, str]]:
    """The pairs of code and text that a form field or a model field offers."""
    return [(word.value, word.choice) for word in words]


class Benefit(Word):
    """Ydelse: what the citizen lives on while unemployed or ill."""

    UNEMPLOYMENT = "dagpenge", "dagpenge"
    CASH = "kontanthjaelp", "kontanthjælp"
    EDUCATION = "uddannelseshjaelp", "uddannelseshjælp", "til 30.06.2025"
    SICKNESS = "sygedagpenge", "sygedagpenge"
    CLARIFICATION = "jobafklaring", "jobafklaringsforløb"
    RESOURCE = "ressourceforloeb", "ressourceforløb"
    REHABILITATION = "revalidering", "revalidering"
    FLEX_UNEMPLOYMENT = "ledighedsydelse", "ledighedsydelse"
    FLEX_JOB = "fleksjob", "fleksjob"
    DISABILITY_PENSION = "foertidspension", "førtidspension"
    TRANSITION = "overgangsydelse", "overgangsydelse", "til 30.06.2025"
    SELF_SUPPORTING = "selvforsoergende", "selvforsørgende"
    NONE = "ingen", "ingen ydelse"


class Readiness(Word):
    """Visitation: how close the jobcentre judges the citizen to be to work or education."""

    JOB = "jobparat", "jobparat"
    ACTIVITY = "aktivitetsparat", "aktivitetsparat"
    EDUCATION = "uddannelsesparat", "uddannelsesparat"
    OBVIOUS_EDUCATION = "aabenlyst_uddannelsesparat", "åbenlyst uddannelsesparat"


class Employment(Word):
    """Beskæftigelse: whether the citizen is in work."""

    UNEMPLOYED = "ledig", "ledig"
    EMPLOYED = "beskaeftiget", "beskæftiget"


class SkillLevel(Word):
    """Uddannelsesniveau: the highest completed vocational or higher education."""

    UNSKILLED = "ufaglaert", "ufaglært"
    SKILLED = "faglaert", "faglært"
    SHORT_HIGHER = "kort_videregaaende", "kort videregående uddannelse"
    MEDIUM_HIGHER = "mellemlang_videregaaende", "mellemlang videregående uddannelse"
    LONG_HIGHER = "lang_videregaaende", "lang videregående uddannelse"


class Health(Word):
    """Helbredsforhold: conditions that a trial asks about; the empty set means none of them."""

    ANXIETY_MILD = "angst_let", "angst i lettere grad"
    ANXIETY = "angst", "angst (graden er ikke oplyst)"
    ANXIETY_SEVERE = "angst_svaer", "angst i svær grad"
    DEPRESSION_MILD = "depression_let", "depression i lettere grad"
    DEPRESSION = "depression", "depression (graden er ikke oplyst)"
    DEPRESSION_SEVERE = "depression_svaer", "depression i svær grad"
    STRESS = "stress", "stress"
    BURNOUT = "udbraendthed", "udbrændthed"
    ADJUSTMENT = "tilpasningsreaktion", "tilpasningsreaktion"
    OTHER = "anden", "anden sygdom"


class Cluster(Word):
    """Klynge: the part of the Én plan trial that a finding is about. No rule asks for it."""

    ADULTS = "voksne", "voksne"
    YOUNG = "unge", "unge"
    FAMILIES = "familier", "familier"


class YesNo(Word):
    """Ja eller nej, as conditions store it. Not stated is neither."""

    YES = "yes", "ja"
    NO = "no", "nej"


class LabGroup(Word):
    """LAB-målgruppe: the number in § 6 of lov om en aktiv beskæftigelsesindsats.

    The sources name the groups of no. 12 and 13, and not which of them is which.
    """

    G1 = "1", "nr. 1 (dagpenge)"
    G2 = "2", "nr. 2 (jobparate)"
    G3 = "3", "nr. 3 (aktivitetsparate)"
    G4 = "4", "nr. 4 (uddannelsesparate)"
    G5 = "5", "nr. 5 (aktivitetsparate på uddannelseshjælp)"
    G6 = "6", "nr. 6 (sygedagpenge)"
    G7 = "7", "nr. 7 (jobafklaringsforløb)"
    G8 = "8", "nr. 8 (ressourceforløb)"
    G9 = "9", "nr. 9 (fleksjobvisiterede)"
    G10 = "10", "nr. 10 (revalidering)"
    G11 = "11", "nr. 11 (førtidspension)"
    G12 = "12", "nr. 12 (selvforsørgende eller under 18 år, kilderne siger ikke hvilken)"
    G13 = "13", "nr. 13 (selvforsørgende eller under 18 år, kilderne siger ikke hvilken)"


class Comparison(Word):
    """Sammenligning: how a stated value is held against the values of a condition."""

    ONE_OF = "one_of", "er en af"
    NONE_OF = "none_of", "er ingen af"
    AT_LEAST = "at_least", "er mindst"
    MORE_THAN = "more_than", "er mere end"
    AT_MOST = "at_most", "er højst"
    LESS_THAN = "less_than", "er mindre end"


class Coverage(Word):
    """Geografi: what the source tells about the municipalities. An empty list is never all."""

    NATIONWIDE = "nationwide", "hele landet"
    LISTED = "listed", "de nævnte kommuner"
    LISTED_INCOMPLETE = "listed_incomplete", "de nævnte kommuner, men listen er ikke fuldstændig"
    NOT_NAMED = "not_named", "kilden navngiver ikke kommunerne"


class ClaimStatus(Word):
    """Status: how we know what a citation supports."""

    STATED = "stated", "står i kilden"
    INFERRED = "inferred", "udledt af kilden"
    OUTSIDE = "outside", "fra en anden kilde"


class Unit(Word):
    """Enhed: what the duration of a trial is counted in."""

    WEEKS = "weeks", "uger"
    MONTHS = "months", "måneder"


class Judgement(Word):
    """Vurdering: what the caseworker must have assessed before a step of duration opens."""

    INDIVIDUAL = "individual_assessment", "konkret vurdering"
    SPECIAL_NEED = (
        "special_need",
        "særligt behov for en længere periode, efter en konkret, individuel vurdering",
    )


class SourceKind(Word):
    """Kildetype: what kind of text a source is."""

    ACT = "lov", "lov"
    ORDER = "bekendtgoerelse", "bekendtgørelse"
    GUIDANCE = "vejledning", "vejledning"
    HEARING = "hoering", "høring"
    REPORT = "rapport", "rapport"
    NEWS = "nyhed", "nyhed fra udgiveren"
    NEWSLETTER = "nyhedsbrev", "nyhedsbrev"
    PAGE = "side", "webside"


class DatePrecision(Word):
    """Præcision: how exactly a day is known."""

    DAY = "dag", "dag"
    MONTH = "maaned", "måned"
    YEAR = "aar", "år"
    UNKNOWN = "ukendt", "ukendt"


class DecisionKind(Word):
    """Beslutning: what was decided, or is reported, about the end of a trial."""

    EXTENDED = "forlaenget", "forlænget"
    NOT_EXTENDED = "ikke_forlaenget", "ikke forlænget"
    PERMANENT = "gjort_permanent", "gjort permanent"
    LATER_REPORTED = "senere_forlaengelse_omtalt", "senere forlængelse omtalt"


class RemarkKind(Word):
    """Bemærkning: why a reader must be told something beside the facts."""

    CONTRADICTION = "modstrid", "kilderne er uenige"
    AMBIGUITY = "tvetydig", "kilden kan læses på flere måder"
    GAP = "mangler", "kilden siger det ikke"
    LATER = "senere_viden", "senere viden"
    NOTE = "note", "bemærkning"


class Verdict(Word):
    """Svar: whether a trial covers the citizen on the day."""

    APPLIES = "applies", "gælder"
    NOT_APPLIES = "not_applies", "gælder ikke"
    UNDETERMINED = "undetermined", "kan ikke afgøres"


class OfferAnswer(Word):
    """Svar om et tilbud: whether a planned offer is allowed."""

    YES = "yes", "tilladt"
    NO = "no", "ikke tilladt"
    NEEDS_ASSESSMENT = "needs_assessment", "kræver konkret vurdering"
    UNDETERMINED = "undetermined", "kan ikke afgøres"


class Note(Word):
    """Bemærkning til svaret: what the caseworker must be told beside it."""

    CROSSES_EXPIRY = (
        "crosses_expiry",
        "Tilbuddet slutter efter forsøgets sidste sikre dag. Kilden siger ikke, hvad der så "
        "gælder.",
    )
    NO_UPPER_LIMIT_STATED = (
        "no_upper_limit_stated",
        "Kilden angiver intet loft over varigheden på dette trin.",
    )
    ORDINARY_RULE_SUFFICIENT = (
        "ordinary_rule_sufficient",
        "Borgeren opfylder også den almindelige regel, så forsøget er ikke nødvendigt.",
    )
    SOURCE_RESERVATION = (
        "source_reservation",
        "Kilden tager et forbehold: forsøget giver en mulighed, ikke en ret.",
    )

"""Three answers, and the explanation that no answer comes without."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from trials.rules.vocabulary import ClaimStatus, Word

# A citation as its document: title, place, status, note and address.
Source = Mapping[str, object]


def reserve_of(source: Source | None) -> str:
    """How we know what a source does not say itself, in words; nothing when it says it."""
    if not source or source.get("status") in (None, ClaimStatus.STATED):
        return ""
    return ClaimStatus(str(source["status"])).label


class Answer(IntEnum):
    """Kleene's three values, in the order that makes "and" a min and "or" a max."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    @property
    def code(self) -> str:
        return self.name.lower()

    @property
    def label(self) -> str:
        return ("ikke opfyldt", "kan ikke afgøres", "opfyldt")[self]


class Reason(Word):
    """Why an answer is what it is: the code for tests and programs, the words for people."""

    MET = "met", "opfyldt"
    NOT_MET = "not_met", "ikke opfyldt"
    NOT_STATED = "not_stated", "ikke oplyst"
    BORDERLINE = "borderline", "på grænsen"
    NOT_DERIVABLE = "not_derivable", "kan ikke udledes"
    IN_FORCE = "in_force", "i kraft"
    NOT_STARTED = "not_started", "ikke begyndt"
    EXPIRED = "expired", "udløbet"
    START_UNCERTAIN = "start_uncertain", "starten er usikker"
    END_UNCERTAIN = "end_uncertain", "slutningen er usikker"
    NATIONWIDE = "nationwide", "gælder i hele landet"
    LISTED = "listed", "kommunen er nævnt"
    NOT_LISTED = "not_listed", "kommunen er ikke nævnt"
    LIST_INCOMPLETE = "list_incomplete", "listen er ikke fuldstændig"
    NOT_NAMED = "not_named", "kommunerne er ikke navngivet"
    PARTICIPATES = "participates", "kommunen deltager"
    DOES_NOT_PARTICIPATE = "does_not_participate", "kommunen deltager ikke"
    ALL_MET = "all_met", "alle er opfyldt"
    SOME_NOT_MET = "some_not_met", "ikke alle er opfyldt"
    SOME_OPEN = "some_open", "noget kan ikke afgøres"
    ONE_MET = "one_met", "én er nok"
    NONE_MET = "none_met", "ingen er opfyldt"
    OTHER_RULE = "other_rule", "en anden regel kan gælde"


class Connective(Enum):
    """How the answer of a check follows from its parts."""

    LEAF = "leaf"
    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One requirement, its answer with reason and source, and the parts that it rests on.

    ``attribute`` names the stated fact, "period" or "municipality" in a leaf. ``asks`` are the
    questions whose answer could settle an open leaf: attribute names, or a slug after PARTICIPATES.
    """

    requirement: str
    answer: Answer
    reason: Reason
    sentence: str
    attribute: str | None = None
    source: Source | None = None
    parts: tuple["Check", ...] = ()
    connective: Connective = Connective.LEAF
    asks: tuple[str, ...] = ()

    def as_document(self) -> dict[str, object]:
        """The tree in the form of the public contract."""
        return {
            "requirement": self.requirement,
            "answer": self.answer.code,
            "reason": self.reason.value,
            "sentence": self.sentence,
            "attribute": self.attribute,
            "source": self.source,
            "parts": [part.as_document() for part in self.parts],
        }


def all_of(requirement: str, parts: Iterable[Check], *, source: Source | None = None) -> Check:
    """Yes when every part is yes; no parts is yes, for nothing is asked."""
    parts = tuple(parts)
    answer = min((part.answer for part in parts), default=Answer.YES)
    reasons = (Reason.SOME_NOT_MET, Reason.SOME_OPEN, Reason.ALL_MET)
    return Check(
        requirement=requirement,
        answer=answer,
        reason=reasons[answer],
        sentence=_all_sentence(answer, parts),
        source=source,
        parts=parts,
        connective=Connective.ALL,
    )


def any_of(
    requirement: str,
    parts: Iterable[Check],
    *,
    source: Source | None = None,
    noun: str = "muligheder",
) -> Check:
    """Yes when one part is yes; no parts is no, for nothing is offered.

    ``noun`` is what the parts are called in the sentence.
    """
    parts = tuple(parts)
    answer = max((part.answer for part in parts), default=Answer.NO)
    reasons = (Reason.NONE_MET, Reason.SOME_OPEN, Reason.ONE_MET)
    return Check(
        requirement=requirement,
        answer=answer,
        reason=reasons[answer],
        sentence=_any_sentence(answer, parts, noun),
        source=source,
        parts=parts,
        connective=Connective.ANY,
    )


def _all_sentence(answer: Answer, parts: Sequence[Check]) -> str:
    alike = sum(part.answer is answer for part in parts)
    if not parts:
        return "Der stilles ingen betingelser."
    if spokesman := _spokesman(answer, parts):
        return spokesman.sentence
    if answer is Answer.UNKNOWN:
        return f"Intet er til hinder, men {_undecided(alike, len(parts), 'betingelser')}."
    if answer is Answer.YES:
        return f"{'Begge' if alike == 2 else f'Alle {alike}'} betingelser er opfyldt."
    if alike == len(parts):
        return f"Ingen af de {alike} betingelser er opfyldt."
    return f"{alike} af {len(parts)} betingelser er ikke opfyldt."


def _any_sentence(answer: Answer, parts: Sequence[Check], noun: str) -> str:
    if not parts:
        return f"Kilden nævner ingen {noun}."
    if answer is Answer.YES:
        return next(part.sentence for part in parts if part.answer is answer)
    if spokesman := _spokesman(answer, parts):
        return spokesman.sentence
    if answer is Answer.NO:
        return f"Ingen af de {len(parts)} {noun} passer."
    alike = sum(part.answer is answer for part in parts)
    return f"Én er nok, men {_undecided(alike, len(parts), noun)}."


def _undecided(count: int, of: int, noun: str) -> str:
    if count == of:
        return f"ingen af de {of} {noun} kan afgøres"
    return f"{count} af {of} {noun} kan ikke afgøres"


def _spokesman(answer: Answer, parts: Sequence[Check]) -> Check | None:
    """The part that speaks for the whole: the only one there is, or the leaf that decides."""
    if len(parts) == 1:
        return parts[0]
    return _deciding_leaf(answer, parts)


def _deciding_leaf(answer: Answer, parts: Sequence[Check]) -> Check | None:
    """The one leaf that the answer rests on; its sentence can be understood alone."""
    alike = [part for part in parts if part.answer is answer]
    if len(alike) != 1:
        return None
    if alike[0].connective is Connective.LEAF:
        return alike[0]
    return _deciding_leaf(answer, alike[0].parts)

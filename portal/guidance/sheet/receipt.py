"""Kvittering: what was asked and answered, as text that a person can copy and a program can read.

The text is wrapped at blanks only, and hashes stand in groups of four: so it survives a mail, a
case system or a PDF, and no run of digits in it looks like a CPR number.
"""

import json
import re
import textwrap
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from portal.contract import as_json, as_question
from portal.hashes import hash_of
from portal.matching import Guidance
from trials.rules import CitizenProfile, Offer, Verdict, has_identity_number

HEADING = "Kvittering fra Vejviser, format 1"
ASKED, ANSWERED, CONTENT, ANSWER, APPLIES, OPEN, QUESTION = LABELS = (
    "Dag",
    "Besvaret",
    "Indhold",
    "Svar",
    "Gælder",
    "Kan ikke afgøres",
    "Spørgsmål",
)
NONE = "(ingen)"
WIDTH = 72
MOST_CHARACTERS = 20_000

# What the answer says in words. Only its codes and its structure make the hash, so that a better
# wording does not make another answer; a finding is told by its slug, and its content by the
# version.
WORDING = frozenset({"requirement", "sentence", "source", "nearest_change"})
PARTS = ("trials", "evaluations", "recommendations", "questions")

_LABEL = re.compile(rf"({'|'.join(LABELS)}):(?: (.*))?")
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}[+-]\d{2}:\d{2}", re.ASCII)
_SLUG = re.compile(r"[a-z0-9_-]{1,80}", re.ASCII)


class ReceiptError(ValueError):
    """A text that is no receipt, with a Danish message that never repeats it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Kvittering: enough to ask the same question again, and to see whether the answer is the same.

    ``question`` is JSON in the form of the public contract. Nothing in it can identify a person.
    """

    on: date
    answered: datetime
    content_version: str
    answer_hash: str
    applies: tuple[str, ...]
    undetermined: tuple[str, ...]
    question: str

    @property
    def text(self) -> str:
        """The receipt as it is shown, printed and copied."""
        told = (
            self.on.isoformat(),
            self.answered.isoformat(sep=" ", timespec="minutes"),
            _in_fours(self.content_version),
            _in_fours(self.answer_hash),
            _listed(self.applies),
            _listed(self.undetermined),
            self.question,
        )
        rows = [f"{label}: {value}" for label, value in zip(LABELS, told, strict=True)]
        return "\n".join([HEADING, *(line for row in rows for line in _wrapped(row))])

    @property
    def short(self) -> str:
        """Enough to find the answer again, on one line."""
        return f"indhold {self.content_version[:12]}, svar {self.answer_hash[:12]}"


def receipt_for(
    guidance: Guidance, profile: CitizenProfile, *, offer: Offer | None, answered: datetime
) -> Receipt:
    """The receipt for an answer that was given at that moment."""
    question = as_question(profile, on=guidance.on, known_on=guidance.known_on, offer=offer)
    return Receipt(
        on=guidance.on,
        answered=answered,
        content_version=guidance.content_version,
        answer_hash=answer_hash(guidance),
        applies=with_verdict(guidance, Verdict.APPLIES),
        undetermined=with_verdict(guidance, Verdict.UNDETERMINED),
        question=json.dumps(question, ensure_ascii=False),
    )


def answer_hash(guidance: Guidance) -> str:
    """A hash of the codes and the structure of the answer."""
    answer = as_json(guidance, id=None)
    return hash_of({part: _codes(answer[part]) for part in PARTS})


def with_verdict(guidance: Guidance, verdict: Verdict) -> tuple[str, ...]:
    """The slugs of the trials that got the verdict."""
    return tuple(
        answer.document["slug"]
        for answer in guidance.trials
        if answer.assessment.verdict is verdict
    )


def _codes(value: Any) -> Any:
    if isinstance(value, list):
        return [_codes(part) for part in value]
    if not isinstance(value, dict):
        return value
    codes = {key: _codes(part) for key, part in value.items() if key not in WORDING | {"findings"}}
    found = value.get("findings")
    return codes if found is None else codes | {"findings": [each["slug"] for each in found]}


def receipt_from(text: str) -> Receipt:
    """The receipt that the text is, read to the letter, or ReceiptError."""
    told = _fields(text)
    content, answer = (_hash(label, told[label]) for label in (CONTENT, ANSWER))
    return Receipt(
        on=_day(told[ASKED]),
        answered=_moment(told[ANSWERED]),
        content_version=content,
        answer_hash=answer,
        applies=_slugs(APPLIES, told[APPLIES]),
        undetermined=_slugs(OPEN, told[OPEN]),
        question=told[QUESTION],
    )


def _fields(text: str) -> dict[str, str]:
    """The values by their labels; a line without a label continues the one before."""
    if has_identity_number(text):
        raise ReceiptError("Teksten ligner et CPR-nummer og er ikke en kvittering.")
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    if not lines or lines[0] != HEADING or len(text) > MOST_CHARACTERS:
        raise ReceiptError(f"Teksten er ikke en kvittering. Første linje skal være: {HEADING}")
    fields: dict[str, list[str]] = {}
    label = ""
    for line in lines[1:]:
        found = _LABEL.fullmatch(line)
        label, part = (found[1], found[2] or "") if found else (label, line)
        if not label or (found and label in fields):
            raise ReceiptError("Kvitteringens linjer er blandet. Kopiér den igen, og kun den.")
        fields.setdefault(label, []).append(part)
    if tuple(fields) != LABELS:
        missing = ", ".join(label for label in LABELS if label not in fields) or "rækkefølgen"
        raise ReceiptError(f"Kvitteringen er ikke hel. Det mangler: {missing}. Kopiér den igen.")
    return {label: " ".join(parts).strip() for label, parts in fields.items()}


def _unreadable(label: str) -> ReceiptError:
    return ReceiptError(f"Linjen \u201d{label}\u201d kan ikke læses. Kopiér kvitteringen igen.")


def _hash(label: str, value: str) -> str:
    digits = value.replace(" ", "")
    if not _HASH.fullmatch(digits):
        raise _unreadable(label)
    return digits


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        raise _unreadable(ASKED) from None


def _moment(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value if _MOMENT.fullmatch(value) else "")
    except ValueError:
        raise _unreadable(ANSWERED) from None


def _slugs(label: str, value: str) -> tuple[str, ...]:
    slugs = () if value == NONE else tuple(value.split(", "))
    if not all(_SLUG.fullmatch(slug) for slug in slugs):
        raise _unreadable(label)
    return slugs


def _in_fours(digest: str) -> str:
    return " ".join(re.findall("....", digest))


def _listed(slugs: tuple[str, ...]) -> str:
    return ", ".join(slugs) or NONE


def _wrapped(row: str) -> list[str]:
    return textwrap.wrap(
        row,
        WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )

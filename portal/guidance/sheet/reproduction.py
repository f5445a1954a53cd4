"""Whether a receipt holds: the same question, asked of the content that it was answered from."""

from dataclasses import dataclass
from datetime import date

from portal.contract import request_from
from portal.guidance.sheet.receipt import Receipt, ReceiptError, answer_hash
from portal.matching import Guidance, guidance_for
from portal.shelf import Content
from trials.rules import StatementError, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Reproduction:
    """What the same question gives on some content: nothing differs, or these sentences say what.

    ``refused`` when that content does not know what the question is about.
    """

    differences: tuple[str, ...]
    refused: str = ""

    @property
    def is_same(self) -> bool:
        return not self.differences and not self.refused


def ask_again(receipt: Receipt, content: Content, *, today: date) -> Reproduction:
    """Ask the question of the receipt of the content, and compare; ReceiptError if it is no
    question, or about another day than the receipt says.
    """
    try:
        request = request_from(receipt.question, content, today=today)
    except StatementError as error:
        told = "; ".join(f"{field}: {message}" for field, message in error.errors.items())
        return Reproduction(differences=(), refused=told)
    if request.on != receipt.on:
        raise ReceiptError("Kvitteringens dag er en anden end spørgsmålets. Den er ændret.")
    guidance = guidance_for(content, request.profile, on=request.on, offer=request.offer)
    return Reproduction(differences=tuple(_differences(receipt, guidance)))


def _differences(receipt: Receipt, guidance: Guidance) -> list[str]:
    told = _by_trial(receipt)
    found = {
        answer.document["slug"]: (answer.document["title"], answer.assessment.verdict)
        for answer in guidance.trials
    }
    sentences = [
        f"{title}: kvitteringen siger \u201d{told.get(slug, Verdict.NOT_APPLIES).label}\u201d, "
        f"svaret her er \u201d{verdict.label}\u201d."
        for slug, (title, verdict) in found.items()
        if told.get(slug, Verdict.NOT_APPLIES) is not verdict
    ]
    sentences += [f"{slug}: forsøget er ikke i indholdet." for slug in told if slug not in found]
    if sentences or answer_hash(guidance) == receipt.answer_hash:
        return sentences
    return [
        "Svarene om forsøgene er de samme, men noget andet er anderledes: begrundelser, "
        "varigheder, viden, anbefalinger eller spørgsmål."
    ]


def _by_trial(receipt: Receipt) -> dict[str, Verdict]:
    applies = dict.fromkeys(receipt.applies, Verdict.APPLIES)
    return applies | dict.fromkeys(receipt.undetermined, Verdict.UNDETERMINED)

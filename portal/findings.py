"""What the document of a finding says of itself in words, with what stands against it."""

from collections.abc import Mapping
from typing import Any

from evaluations.words import Change, Design
from trials.rules import ClaimStatus

Document = Mapping[str, Any]


def is_inferred(finding: Document) -> bool:
    """Whether something about how it was reached is read out of a source that does not say it."""
    return any(source["status"] == ClaimStatus.INFERRED for source in finding["sources"])


def design_words(finding: Document) -> str:
    """How it was reached, and at once whether that is inferred."""
    label: str = finding["design_label"]
    if finding["design"] == Design.DX or not is_inferred(finding):
        return label
    return f"{label} ({ClaimStatus.INFERRED.label})"


def direction_words(finding: Document) -> str:
    """The direction; of a figure whose direction the aim leaves open, which way it moved."""
    label: str = finding["direction_label"]
    return f"{label}: {Change(finding['change']).label}" if finding["change"] else label

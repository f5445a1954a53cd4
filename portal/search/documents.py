"""From a hit to what is published of it."""

from portal.retrieval.ranking import Hit
from portal.shelf import Content, Document
from portal.words import EditionKind


def is_published(hit: Hit, content: Content) -> bool:
    """False for what was published or withdrawn between two questions to the database."""
    try:
        return bool(finding_of(hit, content) if hit.finding else document_of(hit, content))
    except LookupError:
        return False


def document_of(hit: Hit, content: Content) -> Document:
    """The document that the hit is, or is in."""
    if hit.kind is EditionKind.TRIAL:
        return content.trials[hit.slug].document
    if hit.kind is EditionKind.EVALUATION:
        return content.evaluations[hit.slug].document
    if hit.kind is EditionKind.RECOMMENDATION:
        return content.recommendations[hit.slug].document
    return content.programmes[hit.slug]


def finding_of(hit: Hit, content: Content) -> Document:
    """The finding that the hit is."""
    for finding in document_of(hit, content)["findings"]:
        if finding["slug"] == hit.finding:
            return dict(finding)
    raise LookupError(hit)

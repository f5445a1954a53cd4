"""What a reader may do with a thing where it stands, each with the page on which it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.desk.addresses import desk_address, public_address
from portal.desk.states import Standing
from portal.kinds import MODELS
from portal.rights import PUBLISH, SEE_DRAFTS, SEND

# The steps on the way to the shelf; the other ways only lead to where one looks.
STEPS = frozenset({"send", "take_back", "send_back", "publish"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A link to where something is seen or done. ``page`` is empty outside the desk."""

    page: str
    text: str
    address: str


def ways(standing: Standing, reader: Any) -> tuple[Way, ...]:
    """The ways that are open to the reader; the pages themselves ask again."""
    return tuple(
        Way(page=page, text=text, address=desk_address(page, standing.kind, standing.slug))
        if page
        else Way(page="", text=text, address=public_address(standing.kind, standing.slug))
        for page, text, right, is_open in _ways(standing, reader)
        if is_open and (not right or reader.has_perm(right))
    )


def steps(standing: Standing, reader: Any) -> tuple[Way, ...]:
    """Those of the ways that bring the thing nearer to the shelf, or back to its editors."""
    return tuple(way for way in ways(standing, reader) if way.page in STEPS)


def _ways(standing: Standing, reader: Any) -> Iterator[tuple[str, str, str, bool]]:
    """Every way: its page, its words, the right that it takes, and whether it leads anywhere."""
    has_page = standing.kind in MODELS
    editions = standing.newest.number if standing.newest else 0
    yield "", "Se på portalen", "", has_page and standing.is_public
    yield "preview", "Forhåndsvisning", SEE_DRAFTS, has_page and standing.differs
    compared = editions > 1 or (editions == 1 and standing.differs)
    yield "compare", "Sammenlign", SEE_DRAFTS, compared
    yield "send", "Send til godkendelse", SEND, standing.differs and not standing.is_sent
    yield "publish", "Se og udgiv", PUBLISH, standing.differs
    judges = _judges(standing, reader)
    yield "send_back", "Send tilbage til redaktøren", PUBLISH, standing.is_sent and judges
    yield "take_back", "Tag tilbage fra godkendelse", SEND, standing.is_sent and not judges
    yield "undo", "Fortryd seneste udgave", PUBLISH, editions > 1
    yield "withdraw", "Træk tilbage", PUBLISH, has_page and standing.is_public


def _judges(standing: Standing, reader: Any) -> bool:
    """Whether the reader is asked for a judgement: publishers are, but not of what they sent."""
    sent = standing.submission
    return reader.has_perm(PUBLISH) and not (sent and sent.sent_by_id == reader.pk)

"""One thing of a library, with all that how it stands may depend on."""

from dataclasses import dataclass
from datetime import date

from portal.shelf import Content, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a list or a page shows: the document, on a day, amid all that is published."""

    document: Document
    content: Content
    on: date

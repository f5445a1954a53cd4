"""Fields that a page was sent without having asked for them."""

import logging
import re
from collections.abc import Iterable
from typing import Any

from trials.rules import loggable_name

logger = logging.getLogger(__name__)

# The hidden row that the page copies when an editor adds one: it is sent, and nobody reads it.
PATTERN_ROW = re.compile(r"__prefix__|-empty-")


def log_unknown_fields(
    posted: Iterable[str], fields: Iterable[str], formsets: Iterable[Any]
) -> None:
    """Tell the log which fields nobody asked for, by name: a page that is tampered with."""
    known = set(fields) | {"csrfmiddlewaretoken"}
    for formset in formsets:
        known |= {
            formset.management_form.add_prefix(name) for name in formset.management_form.fields
        }
        known |= {form.add_prefix(name) for form in formset.forms for name in form.fields}
    unknown = {
        loggable_name(name)
        for name in posted
        if name not in known and not name.startswith("_") and not PATTERN_ROW.search(name)
    }
    if unknown:
        logger.warning("Fields that the page does not have: %s", ", ".join(sorted(unknown)))

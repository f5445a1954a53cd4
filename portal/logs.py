"""Keep what a caseworker searched for out of the log."""

import logging
import re

from trials.rules import has_identity_number

# A request line or an address: everything from the question mark to the next space.
QUERY = re.compile(r"\?\S*")


HIDDEN = "(skjult: ligner et CPR-nummer)"


class WithoutQuery(logging.Filter):
    """Cut query strings from a log line, and the whole line when it may name a person."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = QUERY.sub("", record.getMessage())
        record.msg = HIDDEN if has_identity_number(message) else message
        record.args = None
        return True

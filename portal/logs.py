"""Keep what a caseworker searched for out of the log."""

import logging
import re
from urllib.parse import unquote

from trials.rules import has_identity_number

# A request line or an address: everything from the question mark to the next space.
QUERY = re.compile(r"\?\S*")
# Whoever has the link of a mail about passwords can use it.
RESET_LINK = re.compile(r"/ny-adgangskode/[^/\s]+/[^/\s]+")
HIDDEN = "(skjult: ligner et CPR-nummer)"


class WithoutQuery(logging.Filter):
    """Cut query strings from a log line, and the whole line when it may name a person."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = QUERY.sub("", RESET_LINK.sub("/ny-adgangskode/(skjult)", record.getMessage()))
        record.msg = HIDDEN if has_identity_number(unquote(message)) else message
        record.args = None
        if record.exc_info:
            trace = logging.Formatter().formatException(record.exc_info)
            record.exc_text = HIDDEN if has_identity_number(trace) else trace
        return True

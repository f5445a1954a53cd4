"""Keep what a caseworker searched for out of the log."""

import logging
import re

# A request line or an address: everything from the question mark to the next space.
QUERY = re.compile(r"\?\S*")


class WithoutQuery(logging.Filter):
    """Cut query strings from a log line; the address itself is kept."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = QUERY.sub("", record.getMessage())
        record.args = None
        return True

"""The tables that a list of the desk can be exported to and imported from."""

from typing import Any

from django import template

from portal.exchange.columns import Table
from portal.exchange.tables import table_of
from portal.rights import Act, permits

register = template.Library()


@register.simple_tag
def exchange_table(user: Any, options: Any) -> Table | None:
    """The table of the model with the options, for those who may import it."""
    return table_of(options.model) if permits(user, Act.IMPORT) else None

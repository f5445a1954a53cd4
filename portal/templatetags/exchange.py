"""The tables that a list of the desk can be exported to and imported from."""

from typing import Any

from django import template

from portal.exchange.columns import Table
from portal.exchange.pages import may_see
from portal.exchange.tables import table_of

register = template.Library()


@register.simple_tag
def exchange_table(user: Any, options: Any) -> Table | None:
    """The table of the model with the options, for those who may see what is not published."""
    return table_of(options.model) if may_see(user) else None

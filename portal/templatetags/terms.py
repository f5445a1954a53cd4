"""A word with its explanation at hand: {% term "afstand" "afstanden" at="fund-3" %}."""

from typing import Any

from django import template
from django.template.base import Node, Parser, Token
from django.template.context import Context

from portal.help.terms import TERMS

register = template.Library()
_drawn = template.Library()


class OnOneLine(Node):
    """What stands in a sentence: without the line breaks of its template around it."""

    def __init__(self, drawn: Node) -> None:
        self.drawn = drawn

    def render(self, context: Context) -> str:
        return self.drawn.render(context).strip()


@_drawn.inclusion_tag("components/term.html")
def drawn_term(slug: str, shown: str = "", *, at: str = "") -> dict[str, Any]:
    """The word of the glossary as a button that shows what it means.

    ``at`` tells uses of one word on a page apart. It is part of an id, so it must stay the same
    when the page is drawn again: a pop-over that is open then stays open.
    """
    found = TERMS[slug]
    popover = f"ord-{slug}-{at}" if at else f"ord-{slug}"
    return {"term": found, "shown": shown or found.word, "popover": popover}


@register.tag
def term(parser: Parser, token: Token) -> OnOneLine:
    """Slug, the word as it is bent in the sentence, and where it stands."""
    return OnOneLine(_drawn.tags["drawn_term"](parser, token))

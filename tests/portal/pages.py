"""What the tests of pages share: profiles as they are posted, and pages as they are read."""

import html
import re
from typing import Any

from django.test import Client

GUIDANCE = "/vejledning/"
ON = "01-12-2021"
# Numbers that no person has: replacement days and the serial 0000.
IDENTITY_NUMBER = "6101900000"

# The young citizen of ``citizens``, as the form posts it.
YOUNG = {
    "on": ON,
    "age": "24",
    "benefit": "uddannelseshjaelp",
    "readiness": "uddannelsesparat",
    "municipality": "0101",
    "participates_nextwork-praktik": "yes",
}


def ask(portal: Client, **stated: Any) -> Any:
    """Post a profile, and get the page."""
    return portal.post(GUIDANCE, stated)


def text_of(response: Any) -> str:
    """The page as it is read: no tags, single blanks."""
    return plain(response.content.decode())


# A word with an explanation: until someone asks for it, only the word is read.
TERM = re.compile(
    r'<span class="term"><button[^>]*>(.*?)</button><span[^>]*>.*?</span></span>', re.DOTALL
)


def plain(markup: str) -> str:
    without_tags = re.sub(r"<[^>]*>", " ", TERM.sub(r"\1", markup))
    return " ".join(html.unescape(without_tags).split())


def read(client: Client, address: str, on: str = "") -> str:
    """A page that is open, as it is read for the day."""
    response = client.get(address, {"dato": on} if on else {})
    assert response.status_code == 200
    return text_of(response)


def article(response: Any, slug: str) -> str:
    """The part of the page about one trial, evaluation or recommendation, as it is read."""
    found = re.search(
        rf'<article[^>]* id="{slug}">(.*?)</article>', response.content.decode(), re.DOTALL
    )
    assert found, f"{slug} is not on the page"
    return plain(found.group(1))


def title_of(response: Any) -> str:
    found = re.search(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL)
    return found.group(1).strip() if found else ""


def refused_at(response: Any, field: str, message: str) -> None:
    """The form is shown again, and the message stands at the field and in the summary."""
    assert response.status_code == 422
    markup = response.content.decode()
    at_field = re.search(rf'id="id_{field}_error">(.*?)</div>', markup, re.DOTALL)
    assert at_field, f"no error at {field}: {text_of(response)[:600]}"
    assert message in at_field.group(1)
    assert re.search(
        rf'<li><a href="#id_{field}(?:_0)?">[^<]*</a>: [^<]*{re.escape(message)}', markup
    )

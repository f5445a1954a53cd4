"""What reaches Django before any of its own handling."""

import pytest
from django.test import RequestFactory

from portal.wsgi import application

pytestmark = pytest.mark.django_db


def answer_to(content_type: str) -> tuple[str, str]:
    """The status and the text that an application server would send."""
    statuses: list[str] = []

    def start_response(status: str, _headers: list[tuple[str, str]]) -> None:
        statuses.append(status)

    environ = RequestFactory().get("/log-ind/").environ | {"CONTENT_TYPE": content_type}
    body = application(environ, start_response)
    return statuses[0], b"".join(body).decode()


def test_a_content_type_in_an_unknown_encoding_is_the_senders_fault() -> None:
    status, text = answer_to("text/html; charset*=foo''x")

    assert status == "400 Bad Request"
    assert "kan ikke læses" in text


def test_an_ordinary_request_goes_on_to_django() -> None:
    status, text = answer_to("")

    assert status == "200 OK"
    assert "Log ind" in text

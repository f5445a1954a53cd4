"""What the log holds of a request: no query, no number that names a person, no field's value."""

import logging

import pytest
from django.conf import settings

from portal.logs import HIDDEN, WithoutQuery
from tests.portal.pages import IDENTITY_NUMBER
from trials.rules import loggable_name


def line(message: str, *args: object, error: Exception | None = None) -> str:
    """What the log holds of a record, by the filter and the format of the settings."""
    info = (type(error), error, None) if error else None
    record = logging.LogRecord("django.server", logging.INFO, "", 0, message, args, info)
    assert WithoutQuery().filter(record)
    return logging.Formatter("%(message)s").format(record)


def test_the_log_holds_no_query():
    assert line('"%s" 200', "GET /?age=24&benefit=dagpenge HTTP/1.1") == '"GET / HTTP/1.1" 200'


def test_the_log_holds_no_identity_number():
    assert line("Not Found: %s", f"/{IDENTITY_NUMBER}/") == HIDDEN
    assert line("GET %s", f"/%3{IDENTITY_NUMBER[0]}{IDENTITY_NUMBER[1:]}/") == HIDDEN
    assert IDENTITY_NUMBER not in line("fejl", error=ValueError(f"bad value {IDENTITY_NUMBER}"))


def test_the_log_holds_no_link_that_sets_a_password():
    shown = line('"%s" 200', "GET /ny-adgangskode/MQ/c9x-0a1b2c/ HTTP/1.1")
    assert shown == '"GET /ny-adgangskode/(skjult)/ HTTP/1.1" 200'


def test_an_error_without_a_number_keeps_its_trace():
    assert "ValueError: bad value" in line("fejl", error=ValueError("bad value"))


def test_every_handler_of_the_log_has_the_filter():
    for handler in settings.LOGGING["handlers"].values():
        assert "without_query" in handler["filters"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("participates_ibbis", "participates_ibbis"),
        ("Jens", "(ikke vist)"),
        ("jens jensen", "(ikke vist)"),
        ("a" * 41, "(ikke vist)"),
        (f"a-{IDENTITY_NUMBER}", "(ikke vist)"),
        ("a\nb", "(ikke vist)"),
        ("", "(ikke vist)"),
    ],
)
def test_a_field_name_is_logged_only_when_it_is_plain(name, shown):
    assert loggable_name(name) == shown

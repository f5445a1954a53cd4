"""What is posted and cannot be read: a Danish page each, and never a 500 (rows 22 to 24)."""

from typing import Any

import pytest
from django.test import Client

from tests.portal.pages import GUIDANCE, YOUNG
from tests.portal.test_addresses import named_addresses, refused

pytestmark = pytest.mark.slow

URLENCODED = "application/x-www-form-urlencoded"


def post(portal: Client, body: bytes, content_type: str, **headers: Any) -> Any:
    return portal.generic("POST", GUIDANCE, body, content_type=content_type, **headers)


def multipart(*parts: bytes) -> bytes:
    return b"".join(b"--graense\r\n" + part for part in parts)


TOO_BIG = b"age=" + b"2" * 3_000_000
MULTIPART = "multipart/form-data; boundary=graense"
FIELD = b'Content-Disposition: form-data; name="age"\r\n\r\n'


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param(TOO_BIG, URLENCODED, id="three-megabytes"),
        pytest.param(multipart(FIELD + TOO_BIG), MULTIPART, id="three-megabytes-in-parts"),
        pytest.param(b"&".join(b"a%d=1" % n for n in range(1_001)), URLENCODED, id="1001-fields"),
        pytest.param(b"&".join(b"a%d=1" % n for n in range(9_999)), URLENCODED, id="9999-fields"),
        pytest.param(b"age=24", "multipart/form-data", id="no-boundary"),
        pytest.param(b"age=24", "multipart/form-data; boundary=\xc3", id="bad-boundary"),
        pytest.param(b"age=24", f"{URLENCODED}; charset=utf-7", id="utf-7"),
        pytest.param(b"age=24", f"{URLENCODED}; charset=rot13", id="no-text-codec"),
        pytest.param(multipart(FIELD + b"+2AA-"), f"{MULTIPART}; charset=utf-7", id="surrogate"),
        pytest.param(multipart(FIELD + b"24"), f"{MULTIPART}; charset=rot13", id="rot13-in-parts"),
    ],
)
def test_a_body_that_cannot_be_read_gets_the_danish_page(portal, body, content_type):
    response = post(portal, body, content_type)

    refused(response, 400, "Siden kan ikke vises sådan")
    assert "HTTP requests with" not in response.content.decode()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param(b"age=%FF%FE", URLENCODED, id="no-utf-8"),
        pytest.param(b"age=%ED%A0%80", URLENCODED, id="lone-surrogate"),
        pytest.param(b"age=%00", URLENCODED, id="null"),
        pytest.param(multipart(FIELD + b"2\x004\r\n--graense--\r\n"), MULTIPART, id="null-part"),
        pytest.param(multipart(FIELD + b"\xff\r\n--graense--\r\n"), MULTIPART, id="no-utf-8-part"),
    ],
)
def test_a_value_that_is_no_text_is_refused_at_its_field(portal, body, content_type):
    refused(post(portal, body, content_type), 422, "Skriv alder som et helt tal")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param(multipart(FIELD + b"24"), MULTIPART, id="no-end"),
        pytest.param(b"", MULTIPART, id="empty"),
        pytest.param(b"\x00\xff", URLENCODED, id="rubbish"),
        pytest.param(
            multipart(b'Content-Disposition: form-data; name="age"; filename="a"\r\n\r\n24\r\n'),
            MULTIPART,
            id="a-file",
        ),
        pytest.param(
            multipart(b"Content-Disposition: form-data; name*=utf-8''age\r\n\r\n24\r\n"),
            MULTIPART,
            id="odd-name",
        ),
    ],
)
def test_a_half_body_breaks_nothing(portal, body, content_type):
    assert post(portal, body, content_type).status_code in {200, 400, 415, 422}


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "text/csv", ""])
def test_only_a_form_is_read(portal, content_type):
    response = post(portal, b'{"age": 24}', content_type)

    refused(response, 415, "Siden tager kun imod sin egen formular.")


@pytest.mark.parametrize("name", sorted(named_addresses()))
@pytest.mark.parametrize("value", [b"%00", b"%ED%A0%80", b"%FF", b"x" * 10_000])
def test_no_field_of_any_form_breaks_on_odd_characters(caseworker, name, value):
    fields = (b"username", b"password", b"email", b"old_password", b"new_password1", b"next",
              b"new_password2", b"age", b"health", b"municipality", b"weeks")  # fmt: skip
    body = b"&".join(field + b"=" + value for field in fields)
    for logged_in in (False, True):
        client = Client()
        if logged_in:
            client.force_login(caseworker)
        response = client.generic("POST", named_addresses()[name], body, content_type=URLENCODED)
        assert response.status_code in {200, 302, 400, 405, 422}


def test_a_form_without_its_token_is_sent_back(caseworker):
    client = Client(enforce_csrf_checks=True)
    client.force_login(caseworker)
    response = client.post(GUIDANCE, YOUNG)

    refused(response, 403, "Gå tilbage i browseren, og send formularen igen.")

"""DATABASE_URL is read as libpq reads it, and the server knows the Danish letters."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from portal.database import databases, from_url


def test_the_whole_address():
    database = from_url("postgresql://me:p%40ss@db.example:6432/vejviser?sslmode=verify-full")

    assert database == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "vejviser",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "verify-full"},
    }


@pytest.mark.parametrize(
    "url",
    [
        "postgresql:///vejviser?host=/run/postgresql",
        "postgres://%2Frun%2Fpostgresql/vejviser",
        "host=/run/postgresql dbname=vejviser",
    ],
)
def test_a_socket_in_every_form_psql_accepts(url):
    database = from_url(url)

    assert (database["HOST"], database["NAME"]) == ("/run/postgresql", "vejviser")


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("mysql://me:hemmelig@db.example/vejviser", id="another-database"),
        pytest.param("vejviser", id="only-a-name"),
        pytest.param("postgresql://me:hemmelig@db.example/", id="no-name"),
        pytest.param("postgresql://me:hemmelig@db.example/x?colour=red", id="unknown-option"),
    ],
)
def test_nonsense_is_refused_without_repeating_a_password(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refusal:
        from_url(url)

    assert "hemmelig" not in str(refusal.value)


def test_a_stated_server_wins_and_its_connections_are_kept_and_checked():
    default = databases("postgresql://db.example/vejviser", embedded=True, max_age=30)["default"]

    assert default["HOST"] == "db.example"
    assert default["CONN_MAX_AGE"] == 30
    assert default["CONN_HEALTH_CHECKS"] is True


def test_the_embedded_server_is_for_development_only():
    assert databases("", embedded=True, max_age=0)["default"]["ENGINE"] == "portal.embedded"

    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL is required"):
        databases("", embedded=False, max_age=0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("lower('ÆØÅ')", "æøå"),
        ("upper('æøå')", "ÆØÅ"),
        ("'Ærø' ILIKE 'æRØ'", True),
        ("to_tsvector('danish', 'ÅBENRÅ') @@ to_tsquery('danish', 'åbenrå')", True),
    ],
)
def test_the_server_knows_capital_danish_letters(expression, answer):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {expression}")

        assert cursor.fetchone() == (answer,)

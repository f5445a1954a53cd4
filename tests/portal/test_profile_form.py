"""The profile form: what it reads and what it refuses, row by row of reliability.md."""

import time

import pytest

from tests.portal.pages import GUIDANCE, ON, ask, refused_at, text_of

pytestmark = pytest.mark.slow

AGE = "Skriv alder som et helt tal fra 15 til 99 (år)."
NO_SUCH_DAY = "Den dag findes ikke i kalenderen."
CHOOSE = "Vælg en af mulighederne på listen."


# Rows 1 to 4 and 6.
@pytest.mark.parametrize(
    "age",
    [
        pytest.param("-1", id="negative"),
        pytest.param("14", id="one-too-young"),
        pytest.param("100", id="one-too-old"),
        pytest.param("1000", id="four-digits"),
        pytest.param("45,5", id="decimals"),
        pytest.param("45.0", id="point"),
        pytest.param("1_8", id="underscore"),
        pytest.param("+45", id="sign"),
        pytest.param("1e1", id="exponent"),
        pytest.param("0x20", id="hexadecimal"),
        pytest.param("NaN", id="not-a-number"),
        pytest.param("4\u200b5", id="zero-width"),
        pytest.param("\x0045", id="null-character"),
        pytest.param("\u0664\u0665", id="arabic-digits"),
        pytest.param("\uff14\uff15", id="wide-digits"),
    ],
)
def test_an_age_is_whole_years_in_plain_digits(portal, age):
    refused_at(ask(portal, age=age), "age", AGE)


@pytest.mark.parametrize("age", ["15", "99", " 24 ", "045"])
def test_the_first_and_last_age_count(portal, age):
    assert ask(portal, age=age).status_code == 200


def test_nothing_stated_is_a_question_too(portal):
    response = ask(portal)

    assert response.status_code == 200
    assert "Forsøg: gælder (0)" in text_of(response)


# Row 7.
def test_five_thousand_digits_are_refused_at_once(portal):
    portal.get(GUIDANCE)  # the content is read once
    begun = time.perf_counter()
    response = ask(portal, age="7" * 5_000)

    refused_at(response, "age", AGE)
    assert time.perf_counter() - begun < 0.5


# Row 8.
@pytest.mark.parametrize(
    "months", ["601", "-1", "5.201", "6 måneder", "1.000,5", "6,555", "6e1", "\u00bd"]
)
def test_months_are_a_danish_number(portal, months):
    refused_at(
        ask(portal, unemployed_months=months), "unemployed_months", "Skriv ledighed i måneder"
    )


@pytest.mark.parametrize("months", ["0", "600", "3,5", "3.5", "12,25"])
def test_months_may_have_decimals(portal, months):
    assert ask(portal, unemployed_months=months).status_code == 200


def test_unemployment_longer_than_since_the_fifteenth_birthday_names_both_fields(portal):
    response = ask(portal, age="20", unemployed_months="73")

    for field in ("age", "unemployed_months"):
        refused_at(response, field, "Ledigheden er længere end tiden siden 15-årsdagen")


# Row 9.
@pytest.mark.parametrize(
    "day", ["31-12-2022", "31.12.2022", "31/12/2022", "2022-12-31", " 31-12-2022 "]
)
def test_a_day_is_read_as_people_write_it(portal, day):
    response = ask(portal, on=day)

    assert response.status_code == 200
    assert "Svar for 31. december 2022" in text_of(response)


# Rows 10 to 14.
@pytest.mark.parametrize(
    ("day", "message"),
    [
        pytest.param("31-02-2022", NO_SUCH_DAY, id="no-such-day"),
        pytest.param("2022-02-31", NO_SUCH_DAY, id="no-such-day-iso"),
        pytest.param("29-02-2023", NO_SUCH_DAY, id="no-leap-year"),
        pytest.param("12/31/2022", NO_SUCH_DAY, id="american"),
        pytest.param("00-00-0000", NO_SUCH_DAY, id="zeros"),
        pytest.param("1/4/22", "Skriv årstallet med fire cifre.", id="short-year"),
        pytest.param("31-12-9999", "Dagen skal ligge mellem 1. januar 2000 og", id="far-off"),
        pytest.param("0001-01-01", "Dagen skal ligge mellem 1. januar 2000 og", id="long-ago"),
        pytest.param("31-12-1999", "Dagen skal ligge mellem 1. januar 2000 og", id="day-before"),
        pytest.param("i morgen", "Skriv dagen som dd-mm-åååå", id="words"),
        pytest.param("31-12-2022 12:00", "Skriv dagen som dd-mm-åååå", id="time"),
        pytest.param("44651", "Skriv dagen som dd-mm-åååå", id="spreadsheet"),
        pytest.param("\u0663\u0661-12-2022", "Skriv dagen som dd-mm-åååå", id="arabic-digits"),
        pytest.param("31-12-2022\x00", "Skriv dagen som dd-mm-åååå", id="null-character"),
        pytest.param("9" * 5_000, "Skriv dagen som dd-mm-åååå", id="long"),
    ],
)
def test_a_day_that_cannot_be_read_says_why(portal, day, message):
    refused_at(ask(portal, on=day), "on", message)


@pytest.mark.parametrize("day", ["29-02-2024", "01-01-2000"])
def test_leap_days_and_the_first_day_are_read(portal, day):
    assert ask(portal, on=day).status_code == 200


# Rows 15 and 17. A municipality that was merged away in 2007 has no code on the list either.
@pytest.mark.parametrize("code", ["999", "København", "851", "0715", "101.0", "\x00", "\ud800"])
def test_a_municipality_is_one_of_the_list(portal, code):
    payload = code.encode("utf-8", "surrogatepass")
    response = portal.post(
        GUIDANCE,
        b"municipality=" + b"".join(b"%%%02x" % byte for byte in payload),
        content_type="application/x-www-form-urlencoded",
    )

    refused_at(response, "municipality", CHOOSE)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("benefit", "su", CHOOSE),
        ("readiness", "\x00", CHOOSE),
        ("lab_group", "14", CHOOSE),
        ("lab_group", "4.0", CHOOSE),
        ("work_experience", "måske", "Vælg ja, nej eller ikke oplyst."),
        ("participates_ibbis", "1", "Vælg ja, nej eller ikke oplyst."),
        ("health", "hovedpine", "Vælg blandt mulighederne på listen."),
        ("weeks", "0", "Skriv uger i alt som et helt tal fra 1 til 520 (uger)."),
        ("weeks", "521", "Skriv uger i alt som et helt tal fra 1 til 520 (uger)."),
    ],
)
def test_a_code_that_is_not_on_the_list_is_refused_at(portal, field, value, message):
    refused_at(ask(portal, **{field: value}), field, message)


# Row 18.
@pytest.mark.parametrize(
    ("stated", "fields"),
    [
        ({"benefit": "dagpenge", "readiness": "uddannelsesparat"}, ["benefit", "readiness"]),
        ({"benefit": "uddannelseshjaelp", "readiness": "jobparat"}, ["benefit", "readiness"]),
        ({"benefit": "uddannelseshjaelp", "age": "30"}, ["age", "benefit"]),
        ({"benefit": "dagpenge", "lab_group": "4"}, ["benefit", "lab_group"]),
        (
            {"municipality": "0101", "participates_ibbis": "no", "on": ON},
            ["municipality", "participates_ibbis"],
        ),
    ],
)
def test_a_contradiction_names_every_field_that_it_concerns(portal, stated, fields):
    response = ask(portal, **stated)

    for field in fields:
        refused_at(response, field, "Ret")


def test_none_of_them_beside_a_condition_is_refused_at(portal):
    response = ask(portal, health=["ingen", "stress"])

    refused_at(response, "health", "Vælg enten ”ingen af dem” eller de andre.")


def test_an_assessment_without_weeks_asks_for_the_weeks(portal):
    refused_at(ask(portal, individual_assessment="yes"), "weeks", "Skriv, hvor mange uger")


# Row 19.
@pytest.mark.parametrize("field", ["age", "benefit", "work_experience", "on"])
def test_a_field_that_is_stated_twice_is_refused_at(portal, field):
    response = ask(portal, **{field: ["24", "25"]})

    assert response.status_code == 400
    assert "Et felt er udfyldt to gange." in text_of(response)

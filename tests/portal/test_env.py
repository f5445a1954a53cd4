"""The readers take what makes sense and refuse everything else by name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.env import envbool, envint, envlist, envsecret, envstr


@pytest.fixture
def env(monkeypatch):
    """Set variables for one test."""

    def set_variables(**variables):
        for name, text in variables.items():
            monkeypatch.setenv(name, text)

    return set_variables


@pytest.mark.parametrize("text", ["", "  "])
def test_absent_and_empty_are_the_same(env, text):
    env(STATED=text)

    assert envstr("STATED", "default") == envstr("ABSENT", "default") == "default"
    assert envbool("STATED", default=True) is envbool("ABSENT", default=True) is True
    assert envint("STATED", default=7) == envint("ABSENT", default=7) == 7
    assert envlist("STATED", ("a",)) == envlist("ABSENT", ("a",)) == ["a"]
    assert envsecret("STATED") == envsecret("ABSENT") == ""


@pytest.mark.parametrize(
    ("text", "answer"),
    [("1", True), ("true", True), ("YES", True), ("0", False), ("False", False), ("no", False)],
)
def test_a_switch_has_six_words(env, text, answer):
    env(SWITCH=text)

    assert envbool("SWITCH", default=not answer) is answer


@pytest.mark.parametrize("text", ["ja", "on", "2", "-"])
def test_any_other_word_for_a_switch_is_refused(env, text):
    env(SWITCH=text)

    with pytest.raises(ImproperlyConfigured, match="SWITCH must be one of"):
        envbool("SWITCH", default=False)


def test_a_number_is_read(env):
    env(NUMBER=" 60 ")

    assert envint("NUMBER", default=1) == 60


@pytest.mark.parametrize("text", ["-1", "1.5", "60s", "0x10", "1_000", "²", "4"])
def test_a_number_that_is_none_or_too_small_is_refused(env, text):
    env(NUMBER=text)

    with pytest.raises(ImproperlyConfigured, match="NUMBER must be a whole number from 5"):
        envint("NUMBER", default=9, least=5)


def test_a_list_is_split_at_commas(env):
    env(HOSTS="a.example, b.example")

    assert envlist("HOSTS") == ["a.example", "b.example"]


def test_a_list_with_an_empty_part_is_refused(env):
    env(HOSTS="a.example,,b.example")

    with pytest.raises(ImproperlyConfigured, match="HOSTS has an empty part"):
        envlist("HOSTS")


def test_a_secret_may_lie_in_a_file(env, tmp_path):
    file = tmp_path / "secret"
    file.write_text("hemmelig æøå\n", encoding="utf-8")
    env(KEY_FILE=str(file))

    assert envsecret("KEY") == "hemmelig æøå"


def test_a_secret_stated_twice_is_refused_without_repeating_it(env):
    env(KEY="hemmelig", KEY_FILE="/a/file")

    with pytest.raises(ImproperlyConfigured, match="not both") as refusal:
        envsecret("KEY")

    assert "hemmelig" not in str(refusal.value)


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe"])
def test_a_secret_file_that_is_missing_or_empty_or_not_text_is_refused(env, tmp_path, content):
    file = tmp_path / "secret"
    if content is not None:
        file.write_bytes(content)
    env(KEY_FILE=str(file))

    with pytest.raises(ImproperlyConfigured, match="KEY_FILE"):
        envsecret("KEY")

"""Danish words: which forms, compounds and spellings find each other, and which do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.retrieval.lexicon import STOP_WORDS, Vocabulary, query_from, tokens, words_of
from portal.retrieval.lexicon.inflection import root, stem
from portal.retrieval.lexicon.spelling import distance
from portal.retrieval.lexicon.tokens import bared, normalised, spelt_out

repeatable = settings(derandomize=True, deadline=None)
LETTERS = st.text(alphabet="abcdefghijklmnoprstuvyæøå", min_size=1, max_size=24)


def finds(typed: str, *there: str, names: tuple[str, ...] = ()) -> bool:
    """Whether the word finds any of those that stand in the content."""
    vocabulary = Vocabulary(dict.fromkeys(there, 1), names)
    return all(term.meanings for term in query_from(typed, vocabulary).required)


# --- Forms ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "forms",
    [
        "indsats indsatsen indsatser indsatserne indsatsens",
        "ledig ledige ledigt",
        "ledighed ledigheden",
        "borger borgere borgeren borgerne borgernes borgers",
        "uge uger ugen ugerne",
        "praktik praktikken praktikker praktikkerne",
        "støtte støtten støttet støtter",
        "møde mødet møder møderne mødes",
        "job jobbet jobs jobbene",
        "år året årene års",
        "forløb forløbet forløbene",
        "barriere barrieren barrierer barriererne",
        "voksen voksne voksnes",
        "forælder forældre forældrene",
        "barn barnet børn børnene",
        "aktiv aktive aktivt",
        "uddannelse uddannelsen uddannelser uddannelserne uddannelses",
        "virksomhed virksomheder virksomheden virksomhedernes",
    ],
)
def test_all_forms_of_a_word_find_each_other(forms):
    for one in forms.split():
        for other in forms.split():
            assert stem(one) == stem(other), (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("forlænget", "forlængelse"),
        ("evalueret", "evaluering"),
        ("vurderer", "vurdering"),
        ("tilfreds", "tilfredshed"),
    ],
)
def test_words_of_one_origin_are_related(one, other):
    assert stem(one) != stem(other)
    assert root(one) == root(other)


# Ecosystem: what the stemmer of PostgreSQL throws together, and substrings find.
@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("suspension", "pension"),
        ("pension", "suspension"),
        ("brugen", "uge"),
        ("uge", "brugen"),
        ("uger", "bruger"),
        ("virksom", "virksomhed"),
        ("virksom", "virksomhedspraktik"),
        ("virksomhed", "virksom"),
        ("ledes", "ledighed"),
        ("leder", "ledig"),
        ("forælder", "forældet"),
        ("ældre", "forældre"),
        ("arbejde", "samarbejde"),
        ("gang", "overgang"),
        ("faglært", "ufaglært"),
        ("mål", "mal"),
        ("led", "udviklede"),
        ("borgmester", "borgere"),
        ("læge", "lægger"),
    ],
)
def test_false_friends_do_not_find_each_other(typed, there):
    assert not finds(typed, there)


def test_no_town_is_taken_apart():
    assert not finds("borger", "aalborg", "sønderborg", names=("aalborg", "sønderborg"))
    assert finds("Ålborg", "aalborg", names=("aalborg",))


# --- Compounds --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("praktik", "virksomhedspraktik"),
        ("praktikken", "virksomhedspraktik"),
        ("pension", "førtidspension"),
        ("ledighed", "ledighedskrav"),
        ("indsats", "beskæftigelsesindsatser"),
        ("job", "fleksjob"),
        ("møde", "opstartsmøder"),
        ("bekendtgørelse", "lovbekendtgørelsen"),
    ],
)
def test_a_word_finds_the_compounds_that_it_is_a_part_of(typed, there):
    assert finds(typed, there, "lov")


def test_a_compound_that_nobody_wrote_is_found_by_what_it_is_about():
    vocabulary = Vocabulary({"praktik": 3, "forløb": 9})
    first, last = query_from("praktikforløb", vocabulary).terms

    assert (first.typed, first.is_optional) == ("praktik", False)
    assert (last.typed, last.is_optional) == ("forløb", True)


def test_a_compound_of_which_only_the_first_half_is_known_lacks_the_other():
    query = query_from("lægebesøg", Vocabulary({"læge": 3}))

    assert [term.typed for term in query.known] == ["læge"]
    assert [term.typed for term in query.unknown] == ["besøg"]


def test_what_should_be_one_word_is_found_when_it_is_typed_as_two():
    assert finds("kontakt person", "kontaktperson")
    assert finds("uddannelses hjælp", "uddannelseshjælp")
    assert finds("burn out", "udbrændthed")


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("voksenlærlingeordningen", "voksenlærling"),
        ("handicappuljer", "handicap"),
        ("nextworkforsøget", "nextwork"),
    ],
)
def test_a_scheme_or_a_pool_is_also_found_by_what_it_is_about(typed, there):
    assert finds(typed, there, "ordningen", "pulje", "forsøg")


def test_any_other_compound_is_not_found_by_what_it_starts_with():
    vocabulary = Vocabulary({"virksomhed": 1, "praktik": 1, "virksomhedspraktik": 1})

    assert "virksomhed" not in vocabulary.meanings("virksomhedspraktik")


def test_a_compound_is_a_better_hit_for_itself_than_for_its_part():
    vocabulary = Vocabulary({"praktik": 1, "virksomhedspraktik": 1})

    whole = vocabulary.meanings("virksomhedspraktik")
    part = vocabulary.meanings("praktik")

    assert whole["virksomhedspraktik"] > part["virksomhedspraktik"]
    assert part["praktik"] > part["virksomhedspraktik"]


# --- Letters and slips ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("ogsa", "også"),
        ("malgruppe", "målgruppen"),
        ("maalgruppe", "målgruppe"),
        ("saerlig", "særligt"),
        ("foraeldre", "forældre"),
        ("Aalborg", "ålborg"),
        ("Kobenhavn", "københavn"),
        ("laering", "læring"),
        ("én", "en"),
    ],
)
def test_danish_letters_may_be_typed_without_their_keys(typed, there):
    assert finds(typed, there)


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("virksomhedpraktik", "virksomhedspraktik"),
        ("virksomhedpraktikker", "virksomhedspraktik"),
        ("nextwrok", "nextwork"),
        ("uddanelseshjælp", "uddannelseshjælp"),
        ("barierer", "barrierer"),
        ("depresion", "depression"),
    ],
)
def test_slips_are_forgiven_and_told(typed, there):
    (term,) = query_from(typed, Vocabulary({there: 1, "noget": 1})).terms

    assert term.respelt == (there,)


@pytest.mark.parametrize("typed", ["hest", "vejr", "2022x"])
def test_short_words_are_taken_at_their_word(typed):
    assert not finds(typed, "test", "vej", "2022")


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("nextwrok", "nextwork", 1), ("abc", "abc", 0), ("", "abc", 3), ("kat", "kasse", 3)],
)
def test_slips_are_counted_as_one_counts_them(one, other, slips):
    assert distance(one, other) == distance(other, one) == slips


# --- Words of a text --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CTI-metoden", ["cti", "metoden"]),
        ("a-kasse", ["akasse"]),
        ("social- og beskæftigelsesområdet", ["social", "og", "beskæftigelsesområdet"]),
        ("LAB § 6, nr. 4", ["lab", "§6", "nr", "4"]),
        ("§6 stk.2", ["§6", "stk", "2"]),
        ("paragraf 6", ["§6"]),
        ("26uger", ["26", "uger"]),
        ("nr. 1755/2021", ["nr", "1755", "2021"]),
        ("Én plan", ["en", "plan"]),
        ("none_detected", ["none_detected"]),
        ("?!«» –", []),
        ("", []),
    ],
)
def test_a_text_is_read_as_words(text, words):
    assert words_of(text) == words


@repeatable
@given(st.text(max_size=200))
def test_every_word_is_where_it_is_said_to_be(text):
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.word == token.word.lower()
        assert not set(token.word) & set("'\\:&|!()<>* \t\n\x00")


@repeatable
@given(st.text(max_size=40))
def test_writing_a_word_in_one_way_is_done_once(text):
    assert normalised(normalised(text)) == normalised(text)
    assert spelt_out(spelt_out(text)) == spelt_out(text)
    assert bared(bared(text)) == bared(text) or "a" in bared(text) or "o" in bared(text)


@repeatable
@given(LETTERS)
def test_a_stem_is_its_own_stem_and_never_empty(word):
    assert stem(word)
    assert stem(stem(word)) == stem(word)


@repeatable
@given(LETTERS)
def test_every_word_finds_itself_best_of_all(word):
    meanings = Vocabulary({word: 1, "noget": 2, "andet": 3}).meanings(word)

    assert meanings[word] == max(meanings.values()) == 1.0


@repeatable
@given(LETTERS, st.sampled_from(["", "t", "et", "er", "s"]))
def test_who_finds_a_form_is_found_by_it(word, ending):
    one, other = word, word + ending
    assert finds(one, other) or stem(one) != stem(other)


def test_a_word_that_only_holds_a_sentence_together_is_left_out_beside_others():
    vocabulary = Vocabulary({"plan": 1, "og": 1, "en": 1})

    assert [term.typed for term in query_from("en plan og", vocabulary).terms] == ["plan"]
    assert [term.typed for term in query_from("og en", vocabulary).terms] == ["og", "en"]
    assert {"og", "en"} <= STOP_WORDS

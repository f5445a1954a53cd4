"""Every page of the libraries costs a fixed number of queries, whatever there is."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from portal.retrieval.ranking import vocabulary_of
from portal.shelf import current_content

pytestmark = pytest.mark.django_db

# The stamps of the editions; then the count and the page of a list, or the editions of a thing and
# its document.
QUERIES = 3
# The stamps of the editions, and the documents from memory.
QUERIES_OF_AN_OVERVIEW = 1
# And the session, the user and the role.
QUERIES_OF_A_USER = 6
PAGES = [
    "/forsoeg/",
    "/evalueringer/",
    "/anbefalinger/",
    "/programmer/",
    "/forsoeg/?q=ledig&i_kraft=ja&kommune=0851&dato=01-12-2021",
    "/evalueringer/?udfald=beskaeftigelse&retning=positive&sorter=nyeste",
    "/anbefalinger/?styrke=erfaringsbaseret",
    "/anbefalinger/?side=2",
    "/forsoeg/voksenlaerling-ledighedskrav/",
    "/evalueringer/social-stoette-vive-2023/?dato=01-06-2023",
    "/anbefalinger/virksomhedsrettet-indsats/",
    "/programmer/social-stoette-i-job/",
]
OVERVIEWS = [
    "/tidslinje/?dato=01-12-2021&kommune=0101",
    "/videnskort/?retning=positive",
    "/evalueringer/sammenlign/?a=social-stoette-ramboell-2021&b=social-stoette-vive-2023",
]


@pytest.mark.parametrize("address", PAGES)
def test_the_number_of_queries_is_fixed(client, portal, django_assert_num_queries, address):
    _assert_fixed_queries(client, portal, django_assert_num_queries, address)


@pytest.mark.slow
def test_the_number_of_queries_is_the_same_at_ten_times_the_content(
    client, ten_times, django_assert_num_queries
):
    """All pages at once, for it takes long to make so much."""
    for address in PAGES:
        _assert_fixed_queries(client, ten_times, django_assert_num_queries, address)


@pytest.mark.parametrize("address", OVERVIEWS)
def test_an_overview_costs_one_query(client, django_assert_num_queries, address):
    current_content()
    with django_assert_num_queries(QUERIES_OF_AN_OVERVIEW):
        assert client.get(address).status_code == 200


def of_a_user(address: str) -> int:
    """Of a trial it is asked, too, whether the user follows it."""
    return QUERIES_OF_A_USER + (address.startswith("/forsoeg/v"))


def _assert_fixed_queries(
    client: Client, portal: Client, count: DjangoAssertNumQueries, address: str
) -> None:
    vocabulary_of(current_content())  # a new content version costs two more queries in each process
    with count(QUERIES, info=address):
        assert client.get(address).status_code == 200
    with count(of_a_user(address), info=address):
        assert portal.get(address).status_code == 200

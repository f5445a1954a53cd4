"""Danish words as they are searched: told apart, inflected, compounded, misspelt and replaced.

Plain Python: no Django, no database. A `Vocabulary` of the words that stand in the content is asked
which of them a typed word may mean.
"""

from portal.retrieval.lexicon.query import Query, Term, query_from
from portal.retrieval.lexicon.tokens import STOP_WORDS, Token, cleaned, tokens, words_of
from portal.retrieval.lexicon.vocabulary import Vocabulary

__all__ = [
    "STOP_WORDS",
    "Query",
    "Term",
    "Token",
    "Vocabulary",
    "cleaned",
    "query_from",
    "tokens",
    "words_of",
]

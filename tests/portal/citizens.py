"""Citizens of the tests, as they are stated to the rules."""

from typing import Any

# The profile of the README's example: only this is stated.
YOUNG: dict[str, Any] = {
    "age": 24,
    "benefit": "uddannelseshjaelp",
    "readiness": "uddannelsesparat",
    "municipality": "0101",
    "participates": {"nextwork-praktik": True},
}

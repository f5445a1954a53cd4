"""The hash of a document: of an edition, of the whole shelf, of an answer."""

import hashlib
import json
from typing import Any


def hash_of(document: Any) -> str:
    """The SHA-256 of the canonical JSON: keys sorted, no blanks, letters as they are."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()

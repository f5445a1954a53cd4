"""Typed readers of environment variables that refuse nonsense loudly.

A variable that is absent and one that is empty mean the same: not stated, so the default
holds. Anything else must make sense, or the portal does not start.
"""

import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

WORDS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def envstr(name: str, default: str = "") -> str:
    """The text in ``name``, without the space around it."""
    return os.environ.get(name, "").strip() or default


def envbool(name: str, *, default: bool) -> bool:
    """True for 1, true or yes; false for 0, false or no."""
    text = envstr(name)
    if not text:
        return default
    if text.lower() not in WORDS:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(WORDS)}, not {text!r}.")
    return WORDS[text.lower()]


def envint(name: str, *, default: int, least: int = 0) -> int:
    """A whole number, ``least`` or more."""
    text = envstr(name)
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and int(text) >= least):
        raise ImproperlyConfigured(f"{name} must be a whole number from {least}, not {text!r}.")
    return int(text)


def envemail(name: str) -> str:
    """A mail address; empty when not stated."""
    text = envstr(name)
    try:
        if text:
            validate_email(text)
    except ValidationError as error:
        raise ImproperlyConfigured(f"{name} must be a mail address, not {text!r}.") from error
    return text


def envaddress(name: str) -> str:
    """The address of a site, such as https://vejviser.example; empty when not stated."""
    text = envstr(name).rstrip("/")
    if text and not re.fullmatch(r"https?://[^/\s?#@]+", text):
        raise ImproperlyConfigured(f"{name} must be like https://vejviser.example, not {text!r}.")
    return text


def envlist(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """The parts between the commas."""
    text = envstr(name)
    if not text:
        return list(default)
    parts = [part.strip() for part in text.split(",")]
    if not all(parts):
        raise ImproperlyConfigured(f"{name} has an empty part: {text!r}.")
    return parts


def envsecret(name: str) -> str:
    """A secret in ``name``, or in the file that ``NAME_FILE`` names; empty when not stated.

    A file keeps a secret out of process lists and container descriptions. The messages
    never repeat the secret itself.
    """
    secret, file = envstr(name), envstr(f"{name}_FILE")
    if secret and file:
        raise ImproperlyConfigured(f"State {name} or {name}_FILE, not both.")
    return _secret_in(name, Path(file)) if file else secret


def _secret_in(name: str, file: Path) -> str:
    try:
        secret = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{name}_FILE cannot be read: {file}") from error
    if not secret:
        raise ImproperlyConfigured(f"{name}_FILE is empty: {file}")
    return secret

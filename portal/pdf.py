"""PDF of a page, tagged for readers (PDF/UA-1), where the portal is installed with that extra.

Nothing is fetched from anywhere: only our own static files can be read.
"""

import logging
from importlib.util import find_spec
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

logger = logging.getLogger(__name__)

# Where the page is said to come from, so that its addresses are whole; nobody is asked there.
BASE = "https://vejviser.invalid"


class PdfUnavailableError(Exception):
    """The extra is not installed, or the system lacks the libraries that it needs."""


def can_write_pdf() -> bool:
    """Whether the extra is installed. That it loads is known when it is used: it takes a second."""
    return find_spec("weasyprint") is not None


def pdf_of(markup: str) -> bytes:
    """The page as PDF/UA-1, or PdfUnavailableError."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # not installed, or a system library is missing
        logger.warning("Ingen PDF: %s", error)
        raise PdfUnavailableError from None
    page = weasyprint.HTML(string=markup, base_url=BASE, url_fetcher=_fetcher())
    written: bytes = page.write_pdf(pdf_variant="pdf/ua-1")
    return written


def _fetcher() -> Any:
    """What fetches for the page: a file that is refused or missing is left out, and logged."""
    from weasyprint.urls import URLFetcher

    class StaticFiles(URLFetcher):
        def __call__(self, url: str) -> Any:
            return _static_file(url)

    return StaticFiles()


def _static_file(url: str) -> Any:
    """The static file at the address; ValueError for every other address."""
    from weasyprint.urls import URLFetcherResponse

    prefix = f"{BASE}{settings.STATIC_URL}"
    if not url.startswith(prefix):
        raise ValueError(url)
    path = _path(url.removeprefix(prefix))
    kind = guess_type(path.name)[0] or "application/octet-stream"
    return URLFetcherResponse(url, BytesIO(path.read_bytes()), {"Content-Type": kind})


def _path(name: str) -> Path:
    """Where the file is: among the collected ones, or in the checkout. Neither goes outside."""
    found = finders.find(name)
    return Path(found if isinstance(found, str) else staticfiles_storage.path(name))

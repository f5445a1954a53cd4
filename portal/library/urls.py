"""The addresses of the libraries: a list, a page by slug, and earlier editions by number."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from portal.library.libraries import LIBRARIES, Library
from portal.library.views import download, earlier_edition, library_list, thing


def _paths(library: Library) -> Iterator[URLPattern]:
    given, kind, start = {"library": library}, library.kind.value, library.path
    yield path(f"{start}/", library_list, given, name=f"{kind}_list")
    yield path(f"{start}/<slug:slug>/", thing, given, name=kind)
    yield path(
        f"{start}/<slug:slug>/udgaver/<int:number>/", earlier_edition, given, name=f"{kind}_edition"
    )


urlpatterns = [
    *(pattern for library in LIBRARIES for pattern in _paths(library)),
    path("hent/<slug:table>.<slug:file_format>", download, name="download"),
]

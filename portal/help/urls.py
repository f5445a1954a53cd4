"""The addresses of help, glossary and accessibility statement."""

from django.urls import URLPattern, URLResolver, path

from portal.help import views
from portal.help.pages import PAGES

urlpatterns: list[URLPattern | URLResolver] = [
    path("hjaelp/", views.index, name="help"),
    *(
        path(f"hjaelp/{page.path}/", views.help_page, {"page": page}, name=page.name)
        for page in PAGES
    ),
    path("ordbog/", views.glossary, name="glossary"),
    path("tilgaengelighed/", views.accessibility, name="accessibility"),
]

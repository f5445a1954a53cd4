"""The addresses of the guidance. A profile is always posted: it never stands in an address."""

from django.urls import URLPattern, URLResolver, path

from portal.guidance import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("vejledning/", views.guidance, name="guidance"),
]

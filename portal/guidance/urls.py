"""The addresses of the guidance. A profile is always posted: it never stands in an address."""

from django.urls import URLPattern, URLResolver, path

from portal.guidance import views
from portal.guidance.sheet import views as sheet_views

urlpatterns: list[URLPattern | URLResolver] = [
    path("vejledning/", views.guidance, name="guidance"),
    path("vejledning/ark/", sheet_views.sheet, name="guidance_sheet"),
    path("vejledning/ark.pdf", sheet_views.sheet_pdf, name="guidance_pdf"),
]

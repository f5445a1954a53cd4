"""The addresses of the overview pages; they stand before those of the libraries."""

from django.urls import path

from portal.overview import views

urlpatterns = [
    path("tidslinje/", views.timeline, name="timeline"),
    path("videnskort/", views.evidence_map, name="evidence_map"),
    path("uenigheder/", views.disagreements, name="disagreements"),
    path("evalueringer/sammenlign/", views.comparison, name="comparison"),
]

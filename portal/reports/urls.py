"""The addresses of reports."""

from django.urls import path

from portal.reports import views

urlpatterns = [
    path("meld-en-fejl/", views.report, name="report"),
    path("meld-en-fejl/mine/", views.own_reports, name="own_reports"),
]

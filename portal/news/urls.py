"""The addresses of what is new."""

from django.urls import path

from portal.news import views

urlpatterns = [
    path("nyt/", views.news, name="news"),
    path("nyt.atom", views.feed, name="news_feed"),
    path("kalender.ics", views.calendar, name="news_calendar"),
]

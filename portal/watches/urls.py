"""The addresses of what is followed."""

from django.urls import path

from portal.watches import views

urlpatterns = [
    path("foelger/", views.following, name="following"),
    path("foelger/stop/", views.stop_following, name="stop_following"),
]

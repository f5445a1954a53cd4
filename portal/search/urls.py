"""The address of the search."""

from django.urls import path

from portal.search.views import search_page

urlpatterns = [path("soeg/", search_page, name="search")]

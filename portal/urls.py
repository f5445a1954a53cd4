"""The whole site on one page."""

from django.contrib import admin
from django.contrib.auth import views as accounts
from django.urls import URLPattern, URLResolver, path

from portal import views
from portal.accounts import ForgottenPasswordForm, LoginView
from portal.guidance.urls import urlpatterns as guidance
from portal.help.urls import urlpatterns as help_pages
from portal.library.urls import urlpatterns as library
from portal.news.urls import urlpatterns as news
from portal.overview.urls import urlpatterns as overview
from portal.reports.urls import urlpatterns as reports
from portal.search.urls import urlpatterns as search
from portal.watches.urls import urlpatterns as watches

handler400 = views.bad_request

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.front, name="front"),
    *guidance,
    *overview,
    *library,
    *help_pages,
    *search,
    *news,
    *watches,
    *reports,
    path("skrivebord/", admin.site.urls),
    path("log-ind/", LoginView.as_view(), name="login"),
    path("log-ud/", accounts.LogoutView.as_view(), name="logout"),
    path("adgangskode/", accounts.PasswordChangeView.as_view(), name="password_change"),
    path(
        "adgangskode/skiftet/",
        accounts.PasswordChangeDoneView.as_view(),
        name="password_change_done",
    ),
    path(
        "glemt-adgangskode/",
        accounts.PasswordResetView.as_view(form_class=ForgottenPasswordForm),
        name="password_reset",
    ),
    path(
        "glemt-adgangskode/sendt/",
        accounts.PasswordResetDoneView.as_view(),
        name="password_reset_done",
    ),
    path(
        "ny-adgangskode/<uidb64>/<token>/",
        accounts.PasswordResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path(
        "ny-adgangskode/faerdig/",
        accounts.PasswordResetCompleteView.as_view(),
        name="password_reset_complete",
    ),
]

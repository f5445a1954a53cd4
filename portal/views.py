"""The start page, and the page for what cannot be read."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from portal.front import FrontForm, front_context, news_on_front
from portal.library import strict
from portal.models import User, Watch
from portal.rights import Act, permits
from portal.shelf import Content, current_content
from portal.words import WatchKind
from trials.refusing import RefusedError


@strict.reading_strictly
def front(request: HttpRequest) -> HttpResponse:
    """The open start page: what is in force today, in the chosen municipality or at home."""
    content, today = current_content(), timezone.localdate()
    home = _home(request, content)
    form = FrontForm(_asked(request, home), content=content)
    strict.check(request.GET, form)
    code = form.cleaned_data["kommune"] or None
    context = {
        "content": content,
        "on": today,
        "form": form,
        "is_home": code == home,
        "code": code,
        "is_followed": code
        and Watch.objects.is_followed(request.user, WatchKind.MUNICIPALITY, code),
        "news": news_on_front(municipality=code or "", content=content)
        if permits(request.user, Act.LIBRARY)
        else None,
    }
    told = front_context(content, on=today, municipality=code)
    return render(request, "portal/front.html", context | told)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page "Siden kan ikke vises sådan", with the reason when the portal itself refused."""
    reason = str(exception) if isinstance(exception, RefusedError) else ""
    return render(request, "400.html", {"reason": reason}, status=400)


def _home(request: HttpRequest, content: Content) -> str | None:
    """The caseworker's home municipality, as long as it can be chosen."""
    code = request.user.home_code if isinstance(request.user, User) else ""
    return code if code in content.municipalities else None


def _asked(request: HttpRequest, home: str | None) -> QueryDict:
    """What the address states; the home municipality when it states none."""
    asked = request.GET.copy()
    if home:
        asked.setdefault("kommune", home)
    return asked

"""Where a thing is found: on the desk, on the portal, and on its way between them."""

from django.http import Http404
from django.urls import reverse

from portal.kinds import MODELS
from portal.publication import MUNICIPALITIES_SLUG, Key
from portal.words import EditionKind

# The folder of each kind; the libraries of the portal have the same.
FOLDERS = {
    EditionKind.MUNICIPALITIES: "kommuner",
    EditionKind.TRIAL: "forsoeg",
    EditionKind.PROGRAMME: "programmer",
    EditionKind.EVALUATION: "evalueringer",
    EditionKind.RECOMMENDATION: "anbefalinger",
}


def kind_in(folder: str) -> EditionKind:
    """The kind that the address names, or a page that is not there."""
    for kind, name in FOLDERS.items():
        if name == folder:
            return kind
    raise Http404


def public_address(kind: EditionKind, slug: str) -> str:
    """The page of the portal; empty for the municipalities, which have none."""
    return reverse(kind.value, args=[slug]) if kind in MODELS else ""


def desk_address(page: str, kind: EditionKind, slug: str) -> str:
    """A page of the desk about one thing, by the name of the page: publish, withdraw, send."""
    return reverse(f"admin:{page}", args=[FOLDERS[kind], slug])


def review_address(kind: EditionKind, slug: str) -> str:
    return reverse("admin:review", args=[FOLDERS[kind], slug])


def chosen_address(kind: EditionKind, keys: list[str]) -> str:
    """The page on which several rows of a kind are published together, by their numbers."""
    return reverse("admin:publish_chosen", args=[FOLDERS[kind]], query={"valgt": keys})


def list_address(kind: EditionKind) -> str:
    """The list on the desk that the thing stands in."""
    if kind is EditionKind.MUNICIPALITIES:
        return reverse("admin:index")
    options = MODELS[kind]._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_changelist")


def list_title(kind: EditionKind) -> str:
    """What the things of the kind are called together."""
    return str(MODELS[kind]._meta.verbose_name_plural) if kind in MODELS else kind.label


def row_address(kind: EditionKind, slug: str) -> str:
    """The page on the desk where the thing is written, or its list when it is not there."""
    return row_addresses().get((kind, slug), list_address(kind))


def row_addresses() -> dict[Key, str]:
    """The page on the desk where each thing is written, in one question for each kind."""
    addresses = {(EditionKind.MUNICIPALITIES, MUNICIPALITIES_SLUG): reverse("admin:index")}
    for kind, model in MODELS.items():
        page = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
        for key, slug in model.objects.values_list("pk", "slug"):
            addresses[kind, slug] = reverse(page, args=[key])
    return addresses

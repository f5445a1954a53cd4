"""Every switch, read once from the environment.

The defaults are those of production. DEBUG=1 turns a checkout into a development or trial
portal: an insecure key, plain http, local addresses and the embedded database.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from portal.database import databases
from portal.env import envaddress, envbool, envemail, envint, envlist, envsecret, envstr

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = envbool("DEBUG", default=False)
SECRET_KEY = envsecret("SECRET_KEY") or (DEBUG and "only-for-development") or ""
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is required, unless DEBUG=1.")

# --- Addresses --------------------------------------------------------------------------------

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS = envlist("ALLOWED_HOSTS", LOCAL_HOSTS if DEBUG else ())
CSRF_TRUSTED_ORIGINS = envlist("CSRF_TRUSTED_ORIGINS")
# Where readers find the portal. Mails that are sent without a request need it.
PUBLIC_ADDRESS = envaddress("PUBLIC_ADDRESS")
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

# --- Applications -----------------------------------------------------------------------------

INSTALLED_APPS = [
    "portal",  # first: its templates and commands win
    "trials",
    "evaluations",
    "evaluations.recommendations",
    "portal.apps.DeskConfig",
    "nested_admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",  # after portal, so that our templates for forms win
    "django_filters",
    "django_htmx",
    "crispy_forms",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.middleware.refuse_requests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.middleware.AccessMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

# --- Pages ------------------------------------------------------------------------------------

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.rights.may",
                "portal.reports.addresses.report_address",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
FORMS_URLFIELD_ASSUME_HTTPS = True
CRISPY_ALLOWED_TEMPLATE_PACKS = "dkfds"
CRISPY_TEMPLATE_PACK = "dkfds"

STATIC_URL = "static/"
STATIC_ROOT = envstr("STATIC_ROOT", str(BASE_DIR / ".static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_USE_FINDERS = DEBUG
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

# --- Data -------------------------------------------------------------------------------------

DATABASES = databases(
    envsecret("DATABASE_URL"),
    embedded=DEBUG,
    max_age=envint("DATABASE_MAX_AGE", default=60),
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

# Large enough for a long form of the back office, far too small to fill a memory.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
# What is uploaded stays in memory, and only while it is read.
FILE_UPLOAD_HANDLERS = ["portal.exchange.uploads.MemoryOnly"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 10_500_000

# --- Who runs the portal ----------------------------------------------------------------------

# Told on the pages about help and accessibility; not stated, the pages say so.
ORGANISATION = envstr("ORGANISATION")
CONTACT_EMAIL = envemail("CONTACT_EMAIL")

# How long a published thing may stand before the desk asks somebody to look it over.
REVIEW_MONTHS = envint("REVIEW_MONTHS", default=12, least=1)

# --- Language and time ------------------------------------------------------------------------

LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
FORMAT_MODULE_PATH = "portal.formats"

# --- Accounts ---------------------------------------------------------------------------------

# Law and evidence are public; an organisation may still want its own behind the login.
LIBRARY_IS_PUBLIC = envbool("LIBRARY_IS_PUBLIC", default=True)
# Nobody publishes their own last change; off where one person publishes, and then pages say so.
FOUR_EYES = envbool("FOUR_EYES", default=True)
AUTH_USER_MODEL = "portal.User"
AUTHENTICATION_BACKENDS = ["portal.rights.RightsBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "guidance"
PASSWORD_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{PASSWORD_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{PASSWORD_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{PASSWORD_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{PASSWORD_VALIDATION}.NumericPasswordValidator"},
]

# --- Security ---------------------------------------------------------------------------------

SECURE = not DEBUG
SECURE_SSL_REDIRECT = envbool("SSL_REDIRECT", default=SECURE)
# Only behind a proxy that sets this header itself, or a browser could claim to use https.
if envbool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = envint("HSTS_SECONDS", default=31_536_000 if SECURE else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = envint("SESSION_SECONDS", default=36_000, least=60)
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
# Nothing inline and nothing from elsewhere: what a text could smuggle in does not run.
OURS = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": OURS,
        "style-src": OURS,
        "img-src": OURS,
        "font-src": OURS,
        "connect-src": OURS,
        "form-action": OURS,
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}

# --- Mail -------------------------------------------------------------------------------------

EMAIL_BACKEND = envstr("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
EMAIL_HOST = envstr("EMAIL_HOST", "localhost")
EMAIL_PORT = envint("EMAIL_PORT", default=25)
EMAIL_HOST_USER = envstr("EMAIL_USER")
EMAIL_HOST_PASSWORD = envsecret("EMAIL_PASSWORD")
EMAIL_USE_TLS = envbool("EMAIL_TLS", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = envstr("EMAIL_FROM", "vejviser@localhost")

# --- Log --------------------------------------------------------------------------------------
# To standard error, without query strings and never with a body: no profile reaches a log.
# Replaces Django's own handlers, one of which mails the whole request to administrators.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_query": {"()": "portal.logs.WithoutQuery"}},
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["without_query"],
            "formatter": "line",
        },
    },
    "root": {"handlers": ["console"], "level": envstr("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        # Not every step of every PDF.
        "weasyprint": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
    },
}

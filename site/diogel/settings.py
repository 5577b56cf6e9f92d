"""One settings file. What differs between a demo, a test and a server comes from the environment, read strictly (env.py).

docs/settings.md explains each `DIOGEL_…` variable; tests/diogel/test_docs.py keeps the two in step.
"""

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from diogel.env import envbool, envint, envlist, envsecret, envtext
from records.forwarding.stores import stores_of

HERE = Path(__file__).parent
DATA = Path(envtext("DIOGEL_DATA", "var")).resolve()

DEBUG = envbool("DIOGEL_DEBUG", False)
DEMO = envbool("DIOGEL_DEMO", False)  # an invented organisation, sign-ins printed; never on a server people rely on
SECRET_KEY = envsecret("DIOGEL_SECRET_KEY") or ("not-secret-for-debug-and-commands-only" if DEBUG or DEMO else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set DIOGEL_SECRET_KEY (or DIOGEL_SECRET_KEY_FILE), or DIOGEL_DEBUG=1 while developing.")
ALLOWED_HOSTS = envlist("DIOGEL_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = envlist("DIOGEL_ORIGINS", [])
BASE_URL = envtext("DIOGEL_URL", "http://127.0.0.1:8000")
MAINTENANCE = envbool("DIOGEL_MAINTENANCE", False)

INSTALLED_APPS = [
    "diogel",
    "boards",
    "courses",
    "simulations",
    "assessments",
    "media",
    "records",
    "people",
    "design",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "axes",
    "csp",
    "channels",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "media.framing.ConfineMiddleware",
    "design.middleware.GZipPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "design.middleware.LanguageCookieMiddleware",
    "design.middleware.MaintenanceMiddleware",
    "design.middleware.NothingToReadMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "people.middleware.PersonMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "people.middleware.SignedOutMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "diogel.urls"
ASGI_APPLICATION = "diogel.asgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "design.context.page",
            ],
            "builtins": ["design.templatetags.design"],
        },
    }
]
FORM_RENDERER = "design.forms.FormRenderer"

# --- Storage: SQLite for a demo and a small trial, PostgreSQL wherever people rely on it -------------------------------
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        envsecret("DIOGEL_DATABASE_URL") or f"sqlite:///{DATA / 'diogel.sqlite3'}", conn_max_age=600
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Readers never wait for the writer; a writer takes its lock at once instead of failing half-way; and waits its turn.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # Wagtail's search there needs it; without psycopg, which only a server installs, it cannot be loaded.
    INSTALLED_APPS.append("django.contrib.postgres")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Boards may put rules of their own in the place of the procedures' defaults; conferences ask here, and know no boards.
PRACTICE_OF_REGION = "boards.practice.practice_of"
REPORTING_IN_REGION = "boards.practice.reporting_in"

REDIS_URL = envsecret("DIOGEL_REDIS_URL")
CHANNEL_LAYERS: dict[str, Any] = {
    # Only a doorbell between processes: losing a message loses nothing (docs/live-conference.md).
    "default": (
        {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": [REDIS_URL]}}
        if REDIS_URL
        else {"BACKEND": "channels.layers.InMemoryChannelLayer"}
    )
}
CACHES: dict[str, Any] = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_URL = "/uploads/"  # never /media/: that is an app's name here
MEDIA_ROOT = DATA / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Packages hold programs: they lie where no web server hands them out by itself (docs/h5p.md).
    "h5p": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "h5p"}},
    # What papers show is for the seats that hold them, so it too lies where it is handed out by no server.
    "scenarios": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "scenarios"},
    },
    "staticfiles": {"BACKEND": "design.storage.StaticStorage"},
}
SERVESTATIC_AUTOREFRESH = DEBUG
SERVESTATIC_USE_FINDERS = DEBUG
LARGEST_UPLOAD = 1024 * 1024 * 1024  # bytes; refused before any of it is read
FILE_UPLOAD_HANDLERS = [
    "media.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a form of a large H5P content (docs/h5p-authoring.md)

# --- Languages: Welsh and English alike -----------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("cy", "Cymraeg"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_COOKIE_NAME = "diogel_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"

# --- Sign-in ----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "people.adapter.AccountAdapter"  # people are brought in by their employer; nobody signs up
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
SESSION_COOKIE_AGE = 12 * 3600  # a shift
SESSION_SAVE_EVERY_REQUEST = False
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "design.errors.locked_out"
AXES_USERNAME_FORM_FIELD = "login"
AXES_VERBOSE = False
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if envtext("DIOGEL_EMAIL_HOST", "")
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = envtext("DIOGEL_EMAIL_HOST", "localhost")
EMAIL_PORT = envint("DIOGEL_EMAIL_PORT", 25)
DEFAULT_FROM_EMAIL = envtext("DIOGEL_EMAIL_FROM", "diogel@localhost")

# --- How long conferences are kept, and who answers for it (docs/record-of-processing.md) -----------------------------
CONTROLLER = envtext("DIOGEL_CONTROLLER", "")
FOLLOW_UP_DAYS = envint("DIOGEL_FOLLOW_UP_DAYS", 14)
KEEP_WORDS_DAYS = envint("DIOGEL_KEEP_WORDS_DAYS", 30)
KEEP_CONFERENCES_DAYS = envint("DIOGEL_KEEP_CONFERENCES_DAYS", 365)
KEEP_PRESSES_HOURS = envint("DIOGEL_KEEP_PRESSES_HOURS", 24)
KEEP_STATEMENTS_DAYS = envint("DIOGEL_KEEP_STATEMENTS_DAYS", 0)

# --- The record store's address for other systems, /xapi/ (docs/records.md) ---------------------------------------------
XAPI_LARGEST = envint("DIOGEL_XAPI_LARGEST", 20_000_000)
XAPI_RATE = envint("DIOGEL_XAPI_RATE", 600)
XAPI_FORWARD = stores_of("DIOGEL_XAPI_FORWARD", envsecret("DIOGEL_XAPI_FORWARD") or "")

# --- What browsers are told -------------------------------------------------------------------------------------------
SECURE = BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if envbool("DIOGEL_BEHIND_PROXY", False) else None
CSRF_FAILURE_VIEW = "design.errors.csrf_failure"
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    # Wagtail's own admin writes inline styles and scripts; nothing of ours does.
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "frame-src": [SELF],  # interactive contents, each confined by a policy of its own (docs/h5p.md)
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}

WAGTAIL_SITE_NAME = "Diogel"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_FRONTEND_LOGIN_URL = "/en/account/login/"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_ENABLE_UPDATE_CHECK = False  # asks a host outside
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # would tell a host outside who edits
WAGTAIL_WORKFLOW_ENABLED = True
SILENCED_SYSTEM_CHECKS: list[str] = []

SHOW_DESIGN_PAGE = DEBUG or DEMO
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": envtext("DIOGEL_LOG_LEVEL", "WARNING")},
}

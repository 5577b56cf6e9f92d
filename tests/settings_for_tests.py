"""The product's settings, with what tests need set before they are read: a folder of their own, quick password hashing."""

import os
import tempfile
from pathlib import Path
from uuid import uuid4

os.environ.setdefault("DIOGEL_SECRET_KEY", "tests-only")
# Only named here, since mypy reads these settings too; tests/conftest.py makes the folder and takes it away.
os.environ["DIOGEL_DATA"] = str(Path(tempfile.gettempdir()) / f"diogel-tests-{uuid4().hex}")

from diogel.settings import *  # noqa: F403
from diogel.settings import STORAGES as _STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**_STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
SERVESTATIC_AUTOREFRESH = True
SERVESTATIC_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # In a file, so that a server in a process of its own sees what a test lays out.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["DIOGEL_DATA"]) / "tests.sqlite3")}  # noqa: F405

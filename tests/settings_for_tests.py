"""The product's settings, with what tests need set before they are read: a folder of their own, quick password hashing."""

import os
import tempfile

os.environ.setdefault("DIOGEL_SECRET_KEY", "tests-only")
os.environ["DIOGEL_DATA"] = tempfile.mkdtemp(prefix="diogel-tests-")

from diogel.settings import *  # noqa: E402, F403
from diogel.settings import STORAGES as _STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**_STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
SERVESTATIC_AUTOREFRESH = True
SERVESTATIC_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

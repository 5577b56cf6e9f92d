"""The `diogel` command: Django's management commands under the product's name, from any folder."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diogel.settings")
    if sys.argv[1:2] == ["demo"]:
        from diogel.demonstration import environment

        environment.prepare(sys.argv[2:])
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["diogel", *sys.argv[1:]])
    except ImproperlyConfigured as error:
        sys.exit(f"diogel: {error}")


if __name__ == "__main__":
    main()

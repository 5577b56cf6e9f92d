"""The `diogel` command: Django's management commands under the product's name, from any folder."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diogel.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["diogel", *sys.argv[1:]])


if __name__ == "__main__":
    main()

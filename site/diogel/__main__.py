"""The `diogel` command: Django's management commands under the product's name, from any folder."""

import os
import sys

ON_FILES_ALONE = {
    "simulations": ("scenario", {"--help", "check", "draw", "from-sheet", "new", "run", "schema", "test", "to-sheet"}),
    "assessments": ("assessments", {"--help", "check", "template"}),
}
"""By app, a command and its actions that start without the apps and without settings: most of the two seconds that a start takes is theirs."""
NEEDS_NO_SECRET = {"h5p build", "h5p check"}
"""Commands that touch no data and serve nobody, so that they can be used on a machine where nothing is set."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diogel.settings")
    asked = {" ".join(sys.argv[1:2]), " ".join(sys.argv[1:3])}
    if asked & NEEDS_NO_SECRET and "DIOGEL_SECRET_KEY" not in os.environ:
        os.environ.setdefault("DIOGEL_DEBUG", "1")
    if sys.argv[1:2] == ["demo"]:
        from diogel.demonstration import environment

        environment.prepare(sys.argv[2:])
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line, load_command_class

    arguments = ["diogel", *sys.argv[1:]]
    for app, (command, actions) in ON_FILES_ALONE.items():
        if sys.argv[1:2] == [command] and actions.intersection(sys.argv[2:3]):
            settings.configure()
            load_command_class(app, command).run_from_argv(arguments)
            return
    try:
        execute_from_command_line(arguments)
    except ImproperlyConfigured as error:
        sys.exit(f"diogel: {error}")


if __name__ == "__main__":
    main()

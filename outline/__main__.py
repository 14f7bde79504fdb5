"""The `outline` command. What is slow to load is loaded only once it is known to be needed."""

import gc
import os
import sys

OBJECTS_BEFORE_COLLECTING = 200_000
"""So seldom garbage is looked for while a file is read: hardly any is made."""


def main() -> None:
    """Run the command with the arguments of this process and exit."""
    if sys.argv[1:] == ["--version"]:
        from outline import __version__

        print(f"outline {__version__}")
        return
    # What loading makes is no garbage, and looking for some in it takes a quarter of the time of one file: while it is loaded, and again
    # when Python ends, where `freeze` takes it out of the search.
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "__all__"
    )  # looking for plugins reads what every installed package says of itself
    try:
        from outline.command.chosen_language import language_of
        from outline.command.only_names import are_only_names
        from outline.language import use_language

        use_language(language_of(sys.argv[1:]))
        if are_only_names(sys.argv[1:]):
            from outline.command.print_files import print_trees

            sys.exit(print_trees(sys.argv[1:]))
        from outline.command.app import app

        app(prog_name="outline")
    except KeyboardInterrupt:
        from outline.command.exit_codes import INTERRUPTED
        from outline.language import gettext as _

        print("outline: " + _("interrupted"), file=sys.stderr)
        sys.exit(INTERRUPTED)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()

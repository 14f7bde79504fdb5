"""The `outline` command. What is slow to load is loaded only once it is known to be needed."""

import gc
import os
import sys

from outline.command.streams import NotPrinted, prepare_streams

OBJECTS_BEFORE_COLLECTING = 200_000
"""So seldom garbage is looked for while a file is read: hardly any is made."""


def main() -> None:
    """Run the command with the arguments of this process and exit."""
    prepare_streams()
    try:
        try:
            _run()
        finally:
            sys.stdout.flush()
    except NotPrinted as error:  # by what prints help or the version; the data has its own place to complain
        from outline.command.complaints import complain
        from outline.command.exit_codes import FAILED
        from outline.language import gettext as _
        from outline.writers.whole_files import why_not_written

        complain(_("standard output"), why_not_written(error))
        sys.exit(FAILED)
    except MemoryError:
        from outline.command.complaints import say
        from outline.command.exit_codes import FAILED
        from outline.language import gettext as _

        say("outline: " + _("more memory is needed than there is"))
        sys.exit(FAILED)
    except BrokenPipeError:
        pass  # whoever reads has what was wanted
    except KeyboardInterrupt:
        from outline.command.complaints import say
        from outline.command.exit_codes import INTERRUPTED
        from outline.language import gettext as _

        say("outline: " + _("interrupted"))
        sys.exit(INTERRUPTED)
    finally:
        gc.freeze()


def _run() -> None:
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
    from outline.command.chosen_language import language_of
    from outline.command.only_names import are_only_names
    from outline.language import use_language

    use_language(language_of(sys.argv[1:]))
    if are_only_names(sys.argv[1:]):
        from outline.command.print_files import print_trees

        sys.exit(print_trees(sys.argv[1:]))
    from outline.command.app import app

    app(prog_name="outline")


if __name__ == "__main__":
    main()

"""The `outline` command. What is slow to load is loaded only once it is known to be needed."""

import sys


def main() -> None:
    """Run the command with the arguments of this process and exit."""
    if sys.argv[1:] == ["--version"]:
        from outline import __version__

        print(f"outline {__version__}")
        return
    try:
        from outline.cli import app

        app(prog_name="outline")
    except KeyboardInterrupt:
        print("outline: interrupted", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()

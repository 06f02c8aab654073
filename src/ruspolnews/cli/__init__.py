"""The command `ruspolnews`."""

from __future__ import annotations

import sys

from ruspolnews.pool import collect_seldom

__all__ = ["main"]


def main() -> None:
    """Run the command; without the extra `cli`, say how to install it."""
    try:
        from ruspolnews.cli.app import app
    except ModuleNotFoundError as error:
        if error.name not in ("typer", "rich"):
            raise
        sys.exit("The command line needs two more packages: pip install 'ruspolnews[cli]'")
    collect_seldom()
    app()

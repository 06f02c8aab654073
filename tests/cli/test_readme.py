"""The README shows what the demo prints."""

from pathlib import Path

from typer.testing import CliRunner

from ruspolnews.cli.app import app

README = Path(__file__).parent.parent.parent / "README.md"


def test_the_readme_shows_what_the_demo_prints() -> None:
    shown = [line for line in README.read_text("utf-8").splitlines() if line[:1] in ("│", "┃")]
    result = CliRunner().invoke(app, ["demo", "--format", "table"], env={"COLUMNS": "116"})
    printed = [line.rstrip() for line in result.stdout.splitlines() if line[:1] in ("│", "┃")]
    assert shown == printed

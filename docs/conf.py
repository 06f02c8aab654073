"""Sphinx configuration; nothing is fetched at build."""

import sys
from importlib.metadata import version as installed
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "ruspolnews"
author = "The ruspolnews developers"
copyright = "2026, The ruspolnews developers"
release = installed("ruspolnews")
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "rules_page", "rooms_page", "commands_page"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"ruspolnews {release}"
autodoc_mock_imports = ["pyarrow", "jinja2", "spacy"]
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "description"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
python_use_unqualified_type_names = True
nitpick_ignore_regex = [
    (
        "py:class",
        r"(pyarrow\..*|datetime\.date|(pathlib\.)?Path|ruspolnews\.evaluation\.pairs\.Item|decimal\.Decimal|collections\.abc\..*|enum\.StrEnum|os\.PathLike|ruspolnews\.files\.writing\._Whole|Row)",
    )
]


def _in_its_language(app, pagename, templatename, context, doctree):
    """Say of a page below `ru` that it is Russian, for readers aloud and search engines."""
    if pagename.startswith("ru/"):
        context["language"] = "ru"


def setup(app):
    app.connect("html-page-context", _in_its_language)

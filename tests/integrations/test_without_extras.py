"""Without an extra the message tells which one to install, and the package itself does not miss it."""

import subprocess
import sys

import pytest

HIDE = """
import sys
sys.modules[{module!r}] = None
import ruspolnews
try:
    {use}
except ruspolnews.RusPolNewsError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("module", "use", "extra"),
    [
        ("spacy", "import ruspolnews.integrations.spacy", "ruspolnews[spacy]"),
        ("duckdb", "from ruspolnews.archive import Archive; Archive('none.duckdb')", "ruspolnews[duckdb]"),
    ],
)
def test_the_message_names_the_extra(module: str, use: str, extra: str) -> None:
    code = HIDE.format(module=module, use=use)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert extra in done.stdout

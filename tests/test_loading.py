"""A parser is loaded when it is built, so that the first text takes no longer than the others."""

from __future__ import annotations

import subprocess
import sys

_FRESH = """
import json
from pathlib import Path
from ruspolnews import Parser
from ruspolnews.lexicon.tables import load

parser = Parser()
loaded = load.cache_info().misses
assert loaded > 20, loaded
for path in Path("benchmarks/quality").glob("*.json"):
    parser.parse(json.loads(path.read_text("utf-8"))["text"])
assert load.cache_info().misses == loaded, load.cache_info().misses
"""


def test_no_table_is_read_while_a_text_is_parsed(request):
    subprocess.run([sys.executable, "-c", _FRESH], cwd=request.config.rootpath, check=True)

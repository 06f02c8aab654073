"""Fuzzes the parser by coverage, with atheris: `python tests/fuzz/fuzz_parse.py -max_total_time=600`.

Bytes are read as UTF-8, those that are none as lone surrogates. What libFuzzer finds is added to a directory of its
own, not to the seeds in `corpus/`; other options go to libFuzzer as they are.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

with atheris.instrument_imports(include=["ruspolnews"]):
    from promises import PARSER, check
    from strategies import CLAUSES, NAMES, NASTIES, ROLES, VERBS


def fuzz(data: bytes) -> None:
    """Fail unless the parser keeps its promises of the text."""
    check(PARSER.parse(data.decode("utf-8", "surrogateescape")))


def dictionary() -> str:
    """Return the words that texts are made of, in libFuzzer's notation."""
    words = (*NASTIES, *NAMES, *ROLES, *VERBS, *CLAUSES, ", что ", ": «", "», — ", "По словам ", " млн рублей", "\n\n")
    spelled = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) for word in words)
    return "".join(f'"{word}"\n' for word in spelled)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words.dict"
        words.write_text(dictionary(), "ascii")
        found = Path(folder) / "found"
        found.mkdir()
        options = [f"-dict={words}", "-max_len=3000", "-timeout=20", "-rss_limit_mb=4000"]
        atheris.Setup([sys.argv[0], *options, *sys.argv[1:], str(found), str(HERE / "corpus")], fuzz)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

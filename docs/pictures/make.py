"""Makes the pictures of the reports: `python docs/pictures/make.py`. Needs chromium and the extra `report`."""

import shutil
import subprocess
import sys
import tempfile
from importlib import resources
from pathlib import Path

from ruspolnews import Parser
from ruspolnews.export.html import report

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "benchmarks"))

from generator import generate  # noqa: E402


def main() -> None:
    parser = Parser()
    demo = resources.files("ruspolnews.cli").joinpath("demo.txt").read_text("utf-8")
    pages = {
        "article.png": ([("demo", parser.parse(demo))], "900,800"),
        "archive.png": ([(f"{n}", parser.parse(text)) for n, text in enumerate(generate(50), 1)], "1100,1000"),
    }
    browser = shutil.which("chromium") or sys.exit("chromium is needed")
    for name, (articles, size) in pages.items():
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "report.html"
            page.write_text(report(articles), "utf-8")
            flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={size}"]
            command = [browser, *flags, f"--screenshot={HERE / name}", page.as_uri()]
            subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()

"""Sessions: `nox -l` lists them."""

from pathlib import Path

import nox

nox.options.sessions = ["tests", "lint", "types", "docs"]
nox.options.default_venv_backend = "venv"
PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def group(name: str) -> list[str]:
    return nox.project.dependency_groups(PYPROJECT, name)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests and the examples."""
    session.install("-e", ".[all]", *group("test"))
    session.run("pytest", *session.posargs)


@nox.session
def spacy(session: nox.Session) -> None:
    """Run the tests of the spaCy component, with spaCy."""
    session.install("-e", ".[fast,cli,spacy]", *group("test"))
    session.run("pytest", "tests/integrations", "docs/howto/spacy.md", *session.posargs)


@nox.session
def archive(session: nox.Session) -> None:
    """Run the tests of the archive, with DuckDB."""
    session.install("-e", ".[fast,cli,duckdb]", *group("test"))
    session.run("pytest", "tests/archive", "docs/howto/archive.md", "docs/howto/duckdb.md", *session.posargs)


@nox.session
def engines(session: nox.Session) -> None:
    """Compare Spark (with Java) and Ray with one process; run the examples of other engines."""
    session.install("-e", ".[fast,arrow,duckdb,spark,ray]", *group("test"), *group("engines"))
    session.run("pytest", "tests/engines", "docs/howto", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Try the report in headless Chromium, which must be there with its driver."""
    session.install("-e", ".[fast,cli,report]", "selenium>=4.20", *group("test"))
    session.run("pytest", "tests/browser", *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest dependencies that are promised."""
    session.install(*group("test"))
    session.install(
        "-e",
        ".[cli,duckdb]",
        "attrs==23.1.0",
        "razdel==0.5.0",
        "pymorphy3==2.0.2",
        "typer==0.16.0",
        "rich==13.0.0",
        "duckdb==1.1.0",
    )
    session.run("pytest", "tests", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(*group("dev"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types, strictly."""
    session.install("-e", ".[cli]", *group("dev"))
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the docs; a warning is an error."""
    session.install("-e", ".[cli]", *group("docs"), *group("test"))
    session.run("pytest", "tests/docs")
    session.run("sphinx-build", "-n", "-W", "-b", "html", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Time each stage and the whole, against razdel in the same run."""
    session.install("-e", ".[fast]", *group("bench"))
    session.run("pytest", "benchmarks", "--benchmark-only", "--benchmark-group-by=func", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Measure which lines and branches the tests run, and fail below the limit of pyproject.toml."""
    session.install("-e", ".[fast,cli]", *group("test"))
    timed = ("tests/test_worst_cases.py", "tests/figures/test_linear.py", "tests/test_patterns.py")
    session.run(
        "pytest", "tests", "--cov", "-k", "not linear", *(f"--ignore={path}" for path in timed), *session.posargs
    )


@nox.session(python="3.11")
def fuzz(session: nox.Session) -> None:
    """Fuzz the parser by coverage for ten minutes."""
    session.install("-e", ".[fast]", *group("fuzz"))
    session.run("python", "tests/fuzz/fuzz_parse.py", "-max_total_time=600", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Run mutants of the rooms of quotes and figures on the cases; print the survivors that nobody has judged."""
    session.install("-e", ".[fast]", *group("test"))
    session.run("python", "tools/mutation.py", *(session.posargs or ("--survivors", "--floor", "0.65")))


@nox.session
def attacks(session: nox.Session) -> None:
    """Measure texts made to be slow and write their table into the docs."""
    session.install("-e", ".[fast]")
    session.run("python", "benchmarks/attacks.py", *session.posargs)


@nox.session
def compiled(session: nox.Session) -> None:
    """Build the wheel with mypyc and run the tests against it."""
    work = session.create_tmp()
    session.run("pip", "wheel", "--no-deps", "-w", work, ".", env={"HATCH_BUILD_HOOK_ENABLE_MYPYC": "1"})
    wheel = max(Path(work).glob("*.whl"), key=lambda path: path.stat().st_mtime)
    session.install(f"{wheel}[fast,cli,arrow]", *group("test"))
    for built in Path("src").rglob("*.so"):  # the hook builds in place
        built.unlink()
    session.run("pytest", "tests", *session.posargs)

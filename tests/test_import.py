"""Importing the package is cheap and loads no dictionary."""

import inspect
import subprocess
import sys

CODE = """
import sys, time
start = time.process_time()
import ruspolnews
print(time.process_time() - start, "pymorphy3" in sys.modules, "razdel" in sys.modules)
"""


def test_import_is_cheap() -> None:
    runs = [
        subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(5)
    ]
    assert {run[1] for run in runs} == {"False"}
    assert min(float(run[0]) for run in runs) < 0.3


def test_every_public_name_is_there_and_documented() -> None:
    import ruspolnews

    assert ruspolnews.__all__ == sorted(ruspolnews.__all__)
    for name in ruspolnews.__all__:
        value = getattr(ruspolnews, name)
        assert value.__doc__ or inspect.isbuiltin(value), name  # compiled functions have no docstring

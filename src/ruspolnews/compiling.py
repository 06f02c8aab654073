"""What the compiler of the wheels, mypyc, is told of a class; interpreted code needs none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["mypyc_attr"]

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr
else:
    try:
        from mypy_extensions import mypyc_attr
    except ImportError:

        def mypyc_attr(**_attributes):
            """Return what leaves a class as it is."""
            return lambda cls: cls

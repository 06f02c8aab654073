"""The JSON Schema of `Article.to_dict`."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

__all__ = ["article_schema"]


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `Article.to_dict` gives.

    Examples:
        >>> from ruspolnews.export.schema import article_schema
        >>> sorted(article_schema()["$defs"])
        ['cue', 'figure', 'part', 'quote', 'span', 'speaker']
    """
    text = resources.files("ruspolnews.export").joinpath("article.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema

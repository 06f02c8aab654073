"""Finds quotes in an archive by their words and by who said them."""

from __future__ import annotations

from typing import Any

import attrs

from ruspolnews.archive.words import joined_names, name_words, query_lemmas
from ruspolnews.errors import InputError
from ruspolnews.model import QuoteKind, Span
from ruspolnews.morphology import Morphology

__all__ = ["Hit", "find"]

_SELECT = """
SELECT q.article, a.title, s.name, s.roles, q.kind, q.cue, q.text, q.spans, (
    SELECT list(f.text ORDER BY f.figure)
    FROM quote_figures AS l JOIN figures AS f ON f.article = l.article AND f.figure = l.figure
    WHERE l.article = q.article AND l.quote = q.quote
)
FROM quotes AS q
JOIN articles AS a ON a.article = q.article
LEFT JOIN speakers AS s ON s.article = q.article AND s.speaker = q.speaker
WHERE {conditions}
ORDER BY q.article, q.quote
"""
_SAID = (
    "(q.article, q.quote) IN (SELECT (article, quote) FROM quote_lemmas WHERE lemma IN (SELECT unnest(?::VARCHAR[])))"
)
_BY = (
    "(q.article, q.speaker) IN "
    "(SELECT (article, speaker) FROM speaker_words WHERE word IN (SELECT unnest(?::VARCHAR[])))"
)


@attrs.frozen
class Hit:
    """A quote that was found: where it stands, who said it, and the amounts in it.

    `speaker` is the name in this article, or the fuller one if speakers are joined; `named` is always the former.
    """

    article: str
    title: str | None
    speaker: str | None
    named: str | None
    roles: tuple[str, ...]
    kind: str
    cue: str | None
    text: str
    spans: tuple[Span, ...]
    figures: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the hit as plain data, spans as `[start, stop]`."""
        plain = attrs.asdict(self, recurse=False)
        lists = {"roles": list(self.roles), "figures": list(self.figures)}
        return {**plain, **lists, "spans": [[span.start, span.stop] for span in self.spans]}


def find(
    db: Any, morphology: Morphology, text: str, speaker: str, kind: str, join_speakers: bool, limit: int | None
) -> list[Hit]:
    """Return the quotes that an archive holds on the words of `text`; see `Archive.search`."""
    words, by = query_lemmas(text, morphology), name_words(speaker, morphology)
    if not words and not by:
        raise InputError("nothing to look for: give a word of the quote or of the speaker's name")
    if kind and kind not in set(QuoteKind):
        raise InputError(f"{kind!r} is no kind of quote: {', '.join(QuoteKind)}")
    names = _names(db) if join_speakers else {}
    conditions, values = [_SAID] * len(words), list[Any](words)
    if kind:
        conditions.append("q.kind = ?")
        values.append(kind)
    if by:
        parts = [" AND ".join([_BY] * len(by))]
        values += by
        if join_speakers:
            parts.append("s.name IN (SELECT unnest(?::VARCHAR[]))")
            values.append([name for name, full in names.items() if _is_named(full, by, morphology)])
        conditions.append(f"({' OR '.join(parts)})")
    rows = db.execute(_SELECT.format(conditions=" AND ".join(conditions)), values).fetchall()
    hits = [_hit(row, names) for row in rows]
    if join_speakers:
        hits.sort(key=lambda hit: (hit.speaker is None, hit.speaker or ""))
    return hits[:limit]


def _names(db: Any) -> dict[str, str]:
    """Return for the name of each person the fullest one in the archive that it stands for."""
    people = db.execute("SELECT DISTINCT name FROM speakers WHERE kind = 'person' ORDER BY name").fetchall()
    return joined_names([name for (name,) in people])


def _is_named(name: str, wanted: list[list[str]], morphology: Morphology) -> bool:
    words = {form for forms in name_words(name, morphology) for form in forms}
    return all(words.intersection(forms) for forms in wanted)


def _hit(row: tuple[Any, ...], names: dict[str, str]) -> Hit:
    article, title, name, roles, kind, cue, text, spans, figures = row
    return Hit(
        article=article,
        title=title,
        speaker=names.get(name, name),
        named=name,
        roles=tuple(roles or ()),
        kind=kind,
        cue=cue,
        text=text,
        spans=tuple(Span(start, stop) for start, stop in spans),
        figures=tuple(figures or ()),
    )

"""Names of media of several words in any case: `«Российской газете»`, `Ленты.ру`."""

from __future__ import annotations

from ruspolnews.mentions.words import adjective, lexis, noun, opening_of
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import Agreements
from ruspolnews.segmentation import Document

__all__ = ["cases_of_medium", "declined_medium"]


def declined_medium(doc: Document, i: int, last: int) -> tuple[int, str]:
    """Return the token after the medium whose declined name begins at token `i`, and its nominative; or 0 and nothing.

    The name keeps the capital letters, marks and spaces of the text.
    """
    for parts in lexis().long_media.get(opening_of(doc.norms[i]), ()):
        stop = i + len(parts)
        if stop <= last and all(_is_form(doc, k, part) for k, part in zip(range(i, stop), parts, strict=True)):
            words = [_like(doc.words[k], part) for k, part in zip(range(i, stop), parts, strict=True)]
            gaps = [doc.text[doc.stops[k] : doc.starts[k + 1]] for k in range(i, stop - 1)]
            return stop, "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
    return 0, ""


def cases_of_medium(doc: Document, i: int, stop: int) -> Agreements:
    """Return the agreements of a medium's name of several words that is declined, none if it may stay as it is."""
    found, name = declined_medium(doc, i, stop)
    if found != stop or name == doc.cut(i, stop):
        return 0
    return adjective(doc, i) | noun(doc, i)


def _is_form(doc: Document, i: int, part: str) -> bool:
    """Whether a token is a form of a folded word in the nominative."""
    norm = doc.norms[i]
    if norm == part:
        return True
    return norm[:1] == part[:1] and any(fold(form) == part for form, _ in doc.morphology.nominatives(norm))


def _like(word: str, part: str) -> str:
    """Return a word of a name with the capital letter of the text."""
    if fold(word) == part:
        return word
    return part[0].upper() + part[1:] if word[0].isupper() else part

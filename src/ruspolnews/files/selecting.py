"""Articles with some of their quotes and amounts only: what a command's filters keep."""

from __future__ import annotations

from decimal import Decimal

import attrs

from ruspolnews.model import Article, Figure, Quote, QuoteKind

__all__ = ["Selection"]


@attrs.frozen
class Selection:
    """Which quotes and amounts are kept.

    A quote must fulfil all that is asked of quotes (`speaker`, `kind`), and hold a wanted amount if amounts are asked
    for. An amount must fulfil all that is asked of amounts (`currency`, `min_amount`), and stand in a wanted quote if
    quotes are asked for.

    Attributes:
        speaker: words of the speaker's name, letter case aside.
        kind: the kind of quotes.
        currency: an ISO 4217 code.
        min_amount: the least that the upper end of an amount may be, in whole units of its currency.

    Examples:
        >>> import ruspolnews as rpn
        >>> article = rpn.parse("Зорин обещал 5 млн евро. «Нужно 7 млн рублей», — заявила Лужина.")
        >>> kept = Selection(currency="RUB").of(article)
        >>> [quote.speaker.name for quote in kept.quotes], [figure.text for figure in kept.figures]
        (['Лужина'], ['7 млн рублей'])
    """

    speaker: str | None = None
    kind: QuoteKind | None = None
    currency: str | None = None
    min_amount: Decimal | None = None

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self._of_quotes or self._of_amounts

    @property
    def _of_quotes(self) -> bool:
        return self.speaker is not None or self.kind is not None

    @property
    def _of_amounts(self) -> bool:
        return self.currency is not None or self.min_amount is not None

    def of(self, article: Article) -> Article:
        """Return the article with what is kept; its text, sentences and speakers stay as they are.

        Raises:
            InputError: `speaker` is empty.
        """
        if not self:
            return article
        said = article.quotes if self.speaker is None else article.quotes_by(self.speaker)
        quotes = [quote for quote in said if self.kind in (None, quote.kind)]
        figures = [figure for figure in article.figures if self._amount(figure)]
        if self._of_amounts:
            quotes = [quote for quote in quotes if any(figure in quote.figures for figure in figures)]
        if self._of_quotes:
            figures = [figure for figure in figures if any(figure in quote.figures for quote in quotes)]
        kept = _alone(quotes, figures)
        return attrs.evolve(article, quotes=kept, figures=tuple(figures))

    def _amount(self, figure: Figure) -> bool:
        if self.currency is not None and figure.currency != self.currency.upper():
            return False
        high = figure.high if figure.high is not None else figure.low
        return self.min_amount is None or (high is not None and high >= self.min_amount)


def _alone(quotes: list[Quote], figures: list[Figure]) -> tuple[Quote, ...]:
    """Return the quotes without mention of quotes and amounts that are not kept."""
    new: dict[int, Quote] = {}
    for quote in quotes:
        parent = quote.parent
        while parent is not None and id(parent) not in new:
            parent = parent.parent
        new[id(quote)] = attrs.evolve(
            quote,
            parent=None if parent is None else new[id(parent)],
            figures=tuple(figure for figure in quote.figures if figure in figures),
        )
    return tuple(new.values())

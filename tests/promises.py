"""What holds of every article, whatever the text."""

import json

from ruspolnews import Article, Parser, Span


def check(article: Article) -> None:
    """Fail unless the article keeps what the library promises of every text."""
    text = article.text
    assert article.title is None or lies_in(article.title, text)
    assert article.dateline is None or lies_in(article.dateline, text)
    end = 0
    for sentence in article.sentences:
        assert lies_in(sentence.span, text)
        assert sentence.text == sentence.span.of(text)
        assert end <= sentence.span.start
        end = sentence.span.stop
    for figure in article.figures:
        assert lies_in(figure.span, text)
        assert figure.text == figure.span.of(text)
        assert (figure.low is None) == (figure.high is None) == figure.vague
        assert figure.low is None or figure.high is None or (figure.low.is_finite() and figure.low <= figure.high)
    starts = [figure.span.start for figure in article.figures]
    assert starts == sorted(starts)
    for n, quote in enumerate(article.quotes):
        assert quote.spans
        assert all(lies_in(span, text) for span in quote.spans)
        assert all(a.stop <= b.start for a, b in zip(quote.spans, quote.spans[1:], strict=False))
        assert quote.text == " ".join(span.of(text) for span in quote.spans)
        for part in (quote.cue, quote.source):
            assert part is None or (lies_in(part.span, text) and part.text == part.span.of(text))
        assert quote.rule
        assert quote.speaker is None or quote.speaker in article.speakers
        assert quote.parent is None or any(quote.parent is earlier for earlier in article.quotes[:n])
        assert all(figure in article.figures for figure in quote.figures)
        assert all(any(span.covers(figure.span) for span in quote.spans) for figure in quote.figures)
    for speaker in article.speakers:
        assert speaker.name
        assert all(lies_in(span, text) for span in speaker.mentions)
        assert all(a < b for a, b in zip(speaker.mentions, speaker.mentions[1:], strict=False))
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_dict(json.loads(article.to_json())) == article


def lies_in(span: Span, text: str) -> bool:
    """Whether the span is a stretch of the text and not empty."""
    return 0 <= span.start < span.stop <= len(text)


def findings(article: Article) -> tuple[object, ...]:
    """Return what was found, without the text and its sentences."""
    return article.quotes, article.figures, article.speakers


PARSER = Parser(quantities=True)
"""One parser for all properties: what it has read before must not matter."""

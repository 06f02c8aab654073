"""Time grows linearly on what a text should never be."""

import time

import pytest

from ruspolnews import Parser

PATTERNS = {
    "opening marks": "«",
    "straight marks": '" ',
    "nested marks": "«а „б",
    "digits": "1 ",
    "commas": ", ",
    "cues": "сказал, что ",
    "cues without an end": "Министр заявил что завод построят за млн рублей и ",
    "names": "Иван Петров ",
    "one word": "а",
    "conjunctions": "а и ",
    "fragments": "назвал «ошибкой» ",
    "speech": "«Да», — сказал Иван Петров. ",
    "paragraphs": "а\n",
    "relatives": "который сказал, ",
    "gerunds": ", заявив, ",
    "impersonal reports": "Отмечается, что мост цел. ",
    "emotions": "он рад, что она рада, что ",
    "links": "[https://a.ru мост] ",
    "roles": "глава комитета по вопросам ",
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_time_is_linear(pattern: str) -> None:
    parser = Parser()

    def seconds(size: int) -> float:
        text = pattern * (size // len(pattern))
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            parser.parse(text)
            best = min(best, time.process_time() - start)
        return best

    seconds(2_000)
    assert seconds(40_000) < 6.5 * seconds(10_000) + 0.1

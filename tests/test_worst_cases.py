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
    "titles that quote": "«Мост закрыт, и нам страшно»\nМэр сказал, что мост закрыт, и нам страшно.\n",
    "questions that are asked": "На вопрос мэра, цел ли мост, он сказал, что да. ",
    "sources that are described": "врач, по словам которого мост цел, ",
    "clauses before a source": "рубль упал, нефть, по данным биржи, выросла, ",
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

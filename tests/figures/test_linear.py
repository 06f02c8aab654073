"""Worst cases: twice the text, about twice the time."""

from __future__ import annotations

import time

import pytest

from ruspolnews.figures import find_figures
from ruspolnews.morphology import Morphology
from ruspolnews.segmentation import segment

MORPHOLOGY = Morphology()
SIZE = 4000
BAD = {
    "groups": "1 000 ",
    "list": "5, ",
    "and": "5 и ",
    "dashes": "5-",
    "words": "сто тысяч ",
    "scales": "миллион тысяч ",
    "mixed": "2 млн 300 тыс. ",
    "amounts": "5 рублей ",
    "signs": "$",
    "signed": "$5 млн и ",
    "from": "от 5 до ",
    "before": "более чем на ",
    "until": "вырос до 5 рублей и до ",
    "glosses": "5 (пять) ",
    "open glosses": "5 (",
    "modals": "не может превышать ",
    "abbreviations": "вырос до 5 тыс. руб., до ",
    "bare ranges": "от 5 до 7 тысяч ",
    "dated": "5 млрд в 2015 году и ",
    "wholes": "одна целая пять десятых ",
    "cubes": "5 рублей за 1 тыс. куб. м ",
    "copecks": "5 копеек Украина ",
    "roubles and copecks": "рубль и 5 копеек ",
    "brackets": "(5 рублей ",
    "elided": "5 млн рублей, 7 млн, ",
    "counts": "5 млн новых ",
    "ambiguous": "5 тысяч крон и Швеция, ",
    "cents": "5 копеек, ",
    "percent": "5% и ",
    "points": "5 п.п. ",
    "vague": "несколько сотен миллионов рублей ",
}


def seconds(text: str) -> float:
    doc = segment(text, MORPHOLOGY)
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        find_figures(doc, quantities=True)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", BAD)
def test_time_grows_no_faster_than_text(name: str) -> None:
    unit = BAD[name]
    count = SIZE // len(unit) * 4
    find_figures(segment(unit * 20 + "рублей", MORPHOLOGY), quantities=True)
    small, large = seconds(unit * count + "рублей"), seconds(unit * count * 4 + "рублей")
    assert large < 4 * 2.5 * small + 0.02, f"{small:.4f} s, then {large:.4f} s"

"""Speed of the figures stage, against one pass of one regular expression over the same text.

Run: `python -m pytest benchmarks/bench_figures.py --benchmark-enable --benchmark-only -o addopts=`.
"""

from __future__ import annotations

import re
from typing import Any

from ruspolnews.figures import find_figures
from ruspolnews.figures.vocabulary import PERCENT, vocabulary
from ruspolnews.morphology import Morphology
from ruspolnews.segmentation import segment

PROSE = (
    "Депутаты областного собрания в четверг обсудили новый порядок выборов глав районов. По мнению председателя "
    "комитета, перемены не затронут тех, кого избрали 12 сентября 2010 года. Оппозиция голосовала против: её "
    "представители считают, что жителей снова лишают выбора. Заседание продолжалось три часа, второе чтение "
    "назначено на 15 мая. Губернатор на заседание не приехал, его позицию изложил заместитель.\n\n"
) * 8
MONEY = (
    "Ремонт моста обошёлся бюджету почти в $1,5 млрд, хотя подрядчик просил от 900 млн до 1 млрд рублей. Из них "
    "300 млн ушло на материалы, 12% — на проект. Власти Швеции добавили 5 млн крон, а банк — 15 000 евро.\n\n"
) * 8
MORPHOLOGY = Morphology()


def one_regex() -> re.Pattern[str]:
    """All words that make an amount, in one expression."""
    words = sorted(vocabulary().triggers | PERCENT, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


def test_one_regex_over_prose(benchmark: Any) -> None:
    pattern = one_regex()
    benchmark(lambda: sum(1 for _ in pattern.finditer(PROSE)))


def test_cheapest_regex_over_prose(benchmark: Any) -> None:
    pattern = re.compile(r"[\d$€£%]+")
    benchmark(lambda: sum(1 for _ in pattern.finditer(PROSE)))


def test_figures_in_prose(benchmark: Any) -> None:
    doc = segment(PROSE, MORPHOLOGY)
    assert benchmark(find_figures, doc) == ()


def test_figures_in_money(benchmark: Any) -> None:
    doc = segment(MONEY, MORPHOLOGY)
    assert len(benchmark(find_figures, doc)) == 8 * 6

"""Random amounts, written in every shape we know, are read back."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ruspolnews.figures import find_figures, format_figure
from ruspolnews.model import Bound, Figure, FigureKind, Span
from ruspolnews.morphology import Morphology
from ruspolnews.segmentation import segment

MORPHOLOGY = Morphology()
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
INTRO = {
    "nomn": "Выделено",
    "gent": "Нет",
    "datv": "Сумма равна",
    "accs": "Вернули",
    "ablt": "Владеет",
    "loct": "Спор о",
}

_UNITS = {
    "nomn": "_ один два три четыре пять шесть семь восемь девять",
    "gent": "_ одного двух трёх четырёх пяти шести семи восьми девяти",
    "datv": "_ одному двум трём четырём пяти шести семи восьми девяти",
    "accs": "_ один два три четыре пять шесть семь восемь девять",
    "ablt": "_ одним двумя тремя четырьмя пятью шестью семью восемью девятью",
    "loct": "_ одном двух трёх четырёх пяти шести семи восьми девяти",
}
_FEMININE = {
    "nomn": ("одна", "две"),
    "gent": ("одной", "двух"),
    "datv": ("одной", "двум"),
    "accs": ("одну", "две"),
    "ablt": ("одной", "двумя"),
    "loct": ("одной", "двух"),
}
_TEENS = (
    "десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат".split()
)
_TENS = ("двадцат", "тридцат", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяност")
_HUNDREDS = {
    "nomn": "_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "gent": "_ ста двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот",
    "datv": "_ ста двумстам трёмстам четырёмстам пятистам шестистам семистам восьмистам девятистам",
    "accs": "_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "ablt": "_ ста двумястами тремястами четырьмястами пятьюстами шестьюстами семьюстами восемьюстами девятьюстами",
    "loct": "_ ста двухстах трёхстах четырёхстах пятистах шестистах семистах восьмистах девятистах",
}
_NOUNS = {  # six cases singular, six plural
    "RUB": ("рубль рубля рублю рубль рублём рубле", "рубли рублей рублям рубли рублями рублях", False),
    "USD": (
        "доллар доллара доллару доллар долларом долларе",
        "доллары долларов долларам доллары долларами долларах",
        False,
    ),
    "EUR": ("евро " * 6, "евро " * 6, False),
    "CNY": ("юань юаня юаню юань юанем юане", "юани юаней юаням юани юанями юанях", False),
    "UAH": ("гривна гривны гривне гривну гривной гривне", "гривны гривен гривнам гривны гривнами гривнах", True),
    "PLN": ("злотый злотого злотому злотый злотым злотом", "злотые злотых злотым злотые злотыми злотых", False),
    "JPY": ("иена иены иене иену иеной иене", "иены иен иенам иены иенами иенах", True),
    "KZT": ("тенге " * 6, "тенге " * 6, False),
}


def regular(noun: str) -> tuple[str, str, bool]:
    """The forms of a masculine noun such as `миллион`."""
    singular = " ".join(noun + ending for ending in ("", "а", "у", "", "ом", "е"))
    return singular, " ".join(noun + ending for ending in ("ы", "ов", "ам", "ы", "ами", "ах")), False


_SCALES = {
    3: ("тысяча тысячи тысяче тысячу тысячей тысяче", "тысячи тысяч тысячам тысячи тысячами тысячах", True),
    6: regular("миллион"),
    9: regular("миллиард"),
    12: regular("триллион"),
}  # fmt: skip
_SHORT = {3: "тыс.", 6: "млн", 9: "млрд", 12: "трлн"}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "₸": "KZT", "₺": "TRY", "₹": "INR"}
_ADJECTIVES = {
    "шведских крон": "SEK",
    "норвежских крон": "NOK",
    "канадских долларов": "CAD",
    "долларов США": "USD",
    "белорусских рублей": "BYN",
    "фунтов стерлингов": "GBP",
    "швейцарских франков": "CHF",
    "сербских динаров": "RSD",
}


def under_thousand(number: int, case: str, feminine: bool) -> list[str]:
    """The words of 1 to 999."""
    words = [_HUNDREDS[case].split()[number // 100]] if number >= 100 else []
    rest = number % 100
    if 10 <= rest < 20:
        words.append(_TEENS[rest - 10] + {"nomn": "ь", "accs": "ь", "ablt": "ью"}.get(case, "и"))
    else:
        if rest >= 20:
            words.append(_ten(rest // 10, case))
        unit = rest % 10
        if unit:
            words.append(_FEMININE[case][unit - 1] if feminine and unit < 3 else _UNITS[case].split()[unit])
    return words


def _ten(tens: int, case: str) -> str:
    stem = _TENS[tens - 2]
    straight = case in ("nomn", "accs")
    if tens < 4:
        return stem + ("ь" if straight else "ью" if case == "ablt" else "и")
    if tens == 4:
        return stem if straight else stem + "а"
    if tens == 9:
        return stem + ("о" if straight else "а")
    if straight:
        return stem
    head = stem.removesuffix("ьдесят")
    if case == "ablt":
        return f"{head}ьюдесятью"
    return f"{'восьм' if tens == 8 else head}идесяти"


def agree(number: int, forms: tuple[str, str, bool], case: str) -> str:
    """The form of a noun after a whole number."""
    at = CASES.index(case)
    singular, plural = forms[0].split(), forms[1].split()
    unit = number % 10 if number % 100 not in range(11, 20) else 0
    if unit == 1:
        return singular[at]
    if case not in ("nomn", "accs"):
        return plural[at]
    return singular[1] if unit in (2, 3, 4) else plural[1]


def in_words(number: int, code: str, case: str) -> str:
    words: list[str] = []
    for power in (12, 9, 6, 3):
        group = number // 10**power % 1000
        if group:
            forms = _SCALES[power]
            words += [*under_thousand(group, case, forms[2]), agree(group, forms, case)]
    last = number % 1000
    noun = _NOUNS[code]
    words += under_thousand(last, case, noun[2])
    if last:
        words.append(agree(last, noun, case))
    else:
        words.append(noun[1].split()[1 if words[-1] else 0])
    return " ".join(words)


def grouped(value: Decimal, space: str, point: str) -> str:
    whole, _, fraction = f"{value:f}".partition(".")
    groups = f"{int(whole):,}".replace(",", space)
    return groups + (point + fraction if fraction else "")


def money(text: str) -> list[Figure]:
    return [figure for figure in find_figures(segment(text, MORPHOLOGY)) if figure.kind is FigureKind.MONEY]


FAST = settings(max_examples=2500, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
whole_numbers = st.one_of(
    st.integers(1, 999), st.integers(1000, 999_999), st.integers(10**6, 10**15 - 1),
    st.builds(lambda n, p: n * 10**p, st.integers(1, 999), st.sampled_from((3, 6, 9, 12))),
)  # fmt: skip


@FAST
@given(whole_numbers, st.sampled_from(sorted(_NOUNS)), st.sampled_from(CASES))
def test_words_in_every_case(number: int, code: str, case: str) -> None:
    written = in_words(number, code, case)
    (figure,) = money(f"{INTRO[case]} {written}, пишет газета.")
    value = Decimal(number)
    assert (figure.text, figure.low, figure.high, figure.currency) == (written, value, value, code)


@FAST
@given(
    st.decimals(min_value="0.01", max_value="999999999999", places=2),
    st.sampled_from((" ", "\u00a0", "\u202f", "\u2009", "")),
    st.sampled_from(",."),
    st.sampled_from(sorted(_ADJECTIVES)),
)
def test_digits_in_groups(value: Decimal, space: str, point: str, unit: str) -> None:
    written = f"{grouped(value, space, point)} {unit}"
    (figure,) = money(f"Вернули {written} в среду.")
    assert (figure.text, figure.low, figure.currency) == (written, value, _ADJECTIVES[unit])


@FAST
@given(
    st.decimals(min_value="0.1", max_value="999.999", places=3),
    st.sampled_from((3, 6, 9, 12)),
    st.sampled_from(sorted(_SIGNS)),
    st.booleans(),
    st.sampled_from((" ", "\u00a0")),
)
def test_scales_and_signs(value: Decimal, power: int, sign: str, before: bool, space: str) -> None:
    number = f"{value.normalize():f}".replace(".", ",") + space + _SHORT[power]
    written = sign + number if before else f"{number}{space}{sign}"
    (figure,) = money(f"Вернули {written}, пишет газета.")
    assert (figure.text, figure.low, figure.currency) == (written, value.scaleb(power), _SIGNS[sign])


@FAST
@given(
    st.integers(1, 899),
    st.integers(1, 100),
    st.sampled_from((3, 6, 9)),
    st.sampled_from(("{}–{} {} евро", "{}-{} {} евро", "от {} до {} {} евро", "между {} и {} {} евро", "€{}–{} {}")),
)
def test_ranges(low: int, more: int, power: int, shape: str) -> None:
    (figure,) = money(f"Вернули {shape.format(low, low + more, _SHORT[power])}, пишет газета.")
    assert (figure.low, figure.high, figure.currency) == (low * 10**power, (low + more) * 10**power, "EUR")


@settings(FAST, max_examples=1000)
@given(st.lists(st.integers(1, 99), min_size=2, max_size=6), st.sampled_from((3, 6, 9)), st.sampled_from(("и", "или")))
def test_lists(numbers: list[int], power: int, last: str) -> None:
    head = ", ".join(map(str, numbers[:-1]))
    figures = money(f"Вернули {head} {last} {numbers[-1]} {_SHORT[power]} рублей.")
    assert [figure.low for figure in figures] == [number * 10**power for number in numbers]
    assert [figure.elided for figure in figures] == [True] * (len(numbers) - 1) + [False]


@settings(FAST, max_examples=1000)
@given(
    st.decimals(min_value="0.01", max_value="9999999999999", places=2),
    st.sampled_from(("RUB", "USD", "EUR", "SEK", "BYN", "KZT")),
    st.sampled_from(list(Bound)),
)
def test_people_and_parser_read_the_same(value: Decimal, code: str, bound: Bound) -> None:
    written = format_figure(Figure(FigureKind.MONEY, Span(0, 0), "", value, value, code, bound))
    (figure,) = money(f"Вернули {written}, пишет газета.")
    assert (figure.low, figure.currency, figure.bound) == (value, code, bound)


@settings(FAST, max_examples=1000)
@given(st.text(alphabet="0159 .,-–$€%()млнтысрубидоот5кp\n\u00ad\u00a0", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    figures = find_figures(segment(text, MORPHOLOGY), quantities=True)
    assume(figures)
    stops = [0]
    for figure in figures:
        assert figure.span.of(text) == figure.text
        assert stops[-1] <= figure.span.start < figure.span.stop <= len(text)
        assert (figure.low is None) == figure.vague == (figure.high is None)
        stops.append(figure.span.stop)

"""Builds `currencies.tsv`, and the column `forms` of `currency_nouns.tsv`, from CLDR (through Babel) and pymorphy3.

Run after an upgrade of Babel, then read the difference: `python tools/build_currencies.py`.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pymorphy3
from babel import Locale
from babel.numbers import get_territory_currencies

LEXICON = Path(__file__).parent.parent / "src" / "ruspolnews" / "lexicon"
RUSSIAN = Locale("ru")
MORPH = pymorphy3.MorphAnalyzer(lang="ru")

SKIPPED = re.compile(r"^(X(?!CD|AF|OF|PF)|CH[EW]|US[NS]|UYI|COU|CLF|MXV|BOV|ECV|LVR|TJR|ZR|YDD|CNH)")
"""Metals, funds, units of account and codes that no newspaper means."""

HISTORIC = """ATS BEF CYP DEM DDM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK CSK
UAK GEK BYR SUR YUM ZWD AFA""".split()
"""Codes out of use that the news of the last decades still name."""

SPOKEN = {
    "EUR": ["евро"], "RUB": ["российский рубль"], "SUR": ["советский рубль", "рубль СССР"],
    "USD": ["доллар США", "американский доллар", "доллар Соединенных Штатов"],
    "GBP": ["фунт стерлингов", "британский фунт", "английский фунт"], "CNY": ["китайский юань"],
    "AED": ["дирхам ОАЭ", "эмиратский дирхам"], "ILS": ["израильский шекель", "новый шекель"],
    "TWD": ["тайваньский доллар"], "TMT": ["туркменский манат", "туркменистанский манат"],
    "BYR": ["белорусский рубль"], "BYN": ["белорусский рубль"], "KZT": ["казахский тенге", "казахстанский тенге"],
    "KGS": ["киргизский сом", "кыргызский сом", "кыргызстанский сом"], "MDL": ["молдавский лей", "молдовский лей"],
    "KRW": ["южнокорейская вона", "корейская вона"], "SAR": ["саудовский риял", "саудовский риал"],
    "QAR": ["катарский риал", "катарский риял"],
    "DEM": ["немецкая марка", "германская марка", "западногерманская марка"],
    "DDM": ["восточногерманская марка"], "UAH": ["украинская гривна"], "UAK": ["украинский карбованец"],
    "BAM": ["конвертируемая марка", "боснийская марка"], "CSK": ["чехословацкая крона"], "AFA": [],
    "BOB": ["боливиано"], "ZAR": ["южноафриканский рэнд", "южноафриканский ранд"], "GEK": ["грузинский купон"],
    "ZWD": ["зимбабвийский доллар", "доллар Зимбабве"], "YUM": ["югославский динар"], "MOP": ["патака"],
    "TRY": ["турецкая лира"], "XPF": ["тихоокеанский франк"], "MRU": ["мавританская угия"],
    "HTG": ["гаитянский гурд"], "STN": ["сантомейская добра"], "VES": ["венесуэльский боливар"],
    "PGK": ["папуасская кина"],
    "LSL": ["лесотский лоти"], "SLE": ["леоне"], "AFN": ["афгани", "афганский афгани"], "HRK": ["хорватская куна"],
}  # fmt: skip
"""Names as the press writes them, where CLDR has none, an official one, or one of several."""

SHORT = {
    "белорусский": "бел", "американский": "амер", "канадский": "кан", "российский": "рос", "украинский": "укр",
    "украинская": "укр", "шведская": "швед", "норвежская": "норв", "австралийский": "австрал",
    "гонконгский": "гонконг",
}  # fmt: skip
"""Abbreviations of adjectives."""

COUNTRIES = {"SUR": ["СССР"], "DEM": ["ФРГ"], "DDM": ["ГДР"], "CSK": ["Чехословакия"], "YUM": ["Югославия"],
             "BYR": [], "GBP": ["Великобритания", "Британия", "Англия"], "AED": ["ОАЭ", "Эмираты"],
             "CZK": ["Чехия"], "KRW": ["Корея"], "MDL": ["Молдавия", "Молдова"], "KGS": ["Киргизия", "Кыргызстан"],
             "SYP": ["Сирия"], "EGP": ["Египет"]}  # fmt: skip
FORMS = {
    "злотый": "злотый злотого злотому злотым злотом злотые злотых злотыми",
    "бальбоа": "бальбоа",
    "экю": "экю",
    "копийка": "копийка копийки копийке копийку копийкой копийкам копийками копийках копиек",
    "гривня": "гривня гривни гривне гривню гривней гривень гривням гривнями гривнях",
    "лев": "лев лева леву левом леве левы левов левам левами левах",
    "вона": "вона воны воне вону воной вон вонам вонами вонах",
    "фунт": "фунт фунта фунту фунтом фунте фунты фунтов фунтам фунтами фунтах",
    "лей": "лей лея лею леем лее леи леев лей леям леями леях",
}


def spoken_names(code: str) -> list[str]:
    """The names of a currency, adjective before noun or noun before its country."""
    if code in SPOKEN:
        return SPOKEN[code]
    name = re.sub(r"\s*\(.*\)", "", RUSSIAN.currencies[code])
    return [name[0].lower() + name[1:]]


def countries(code: str, today: datetime.date) -> list[str]:
    """Russian names, of one word, of the countries that pay in `code`."""
    if code in COUNTRIES:
        return COUNTRIES[code]
    if code in ("EUR", "USD", "RUB"):
        return []
    found = []
    for territory, name in RUSSIAN.territories.items():
        if len(territory) == 2 and " " not in name and territory not in ("EU", "EZ", "UN", "ZZ"):
            since = datetime.date(1985, 1, 1) if code in HISTORIC else today
            try:
                codes = get_territory_currencies(territory, since, today, tender=True)
            except Exception:  # a territory that CLDR knows no money of
                continue
            if code in codes:
                found.append(name)
    return sorted(found)[:12]


def split(name: str) -> tuple[str, str, str]:
    """Split a name in adjective, noun and what follows the noun."""
    words = name.split()
    if len(words) == 1:
        return "-", words[0], "-"
    if MORPH.parse(words[0])[0].tag.POS == "ADJF" or words[0].endswith(("ий", "ый", "ая", "ое", "ой")):
        *adjectives, noun = words
        return adjectives[-1] if len(adjectives) == 1 else " ".join(adjectives), noun, "-"
    return "-", words[0], " ".join(words[1:])


def noun_forms(noun: str) -> str:
    """All forms of a noun, folded, without repetition; a regular declension where the dictionary has none."""
    if noun in FORMS:
        return FORMS[noun]
    if noun[-1] in "оиеу":
        return noun
    readings = [p for p in MORPH.parse(noun) if p.tag.POS == "NOUN" and p.normal_form.replace("ё", "е") == noun]
    readings = [p for p in readings if p.tag.gender == "masc"] or readings
    forms = [form.word.replace("ё", "е") for form in readings[0].lexeme] if readings and readings[0].is_known else []
    if len(set(forms)) < 9:
        forms = _decline(noun)
    return " ".join(dict.fromkeys(form for form in forms if "-" not in form))


def _decline(noun: str) -> list[str]:
    stem = noun if noun[-1] not in "аяь" else noun[:-1]
    if noun[-1] == "а":
        ends = ["а", "ы" if stem[-1] not in "гкх" else "и", "е", "у", "ой", "ою", "", "ам", "ами", "ах"]
    elif noun[-1] == "я":
        ends = ["я", "и", "е", "ю", "ей", "ею", "ям", "ями", "ях"]
    elif noun[-1] == "ь":
        ends = ["ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях"]
    else:
        plural = "и" if stem[-1] in "гкх" else "ы"
        ends = ["", "а", "у", "ом", "е", plural, "ов", "ам", "ами", "ах"]
    return [stem + end for end in ends]


def counted(noun: str, adjective: str = "-") -> str:
    """The words after `100 тысяч`: genitive plural of a noun with its adjective."""
    forms = noun_forms(noun).split()
    ends = [form for form in forms if form.endswith(("ов", "ев", "ей", "ых"))]
    at = forms.index(next((form for form in forms if form.endswith(("ам", "ям"))), forms[0]))
    word = ends[-1] if ends and noun[-1] not in "ая" else forms[max(0, at - 1)]
    if adjective == "-":
        return word
    parse = next(p for p in MORPH.parse(adjective) if p.tag.POS == "ADJF")
    return f"{parse.inflect({'gent', 'plur'}).word} {word}"


def build_currencies() -> None:
    """Write `currencies.tsv`."""
    today = datetime.date.today()
    used = {
        code
        for territory in map(str, RUSSIAN.territories)
        if len(territory) == 2 and territory not in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO", "EA")
        for code in _current(territory, today)
    }
    lines = []
    for code in sorted(used | set(HISTORIC)):
        if SKIPPED.match(code) or code not in RUSSIAN.currencies:
            continue
        where = ", ".join(countries(code, today)) or "-"
        for name in spoken_names(code):
            adjective, noun, after = split(name)
            status = "past" if code in HISTORIC else "current"
            words = counted(noun.lower(), adjective) + (f" {after}" if after != "-" else "")
            cells = (
                code,
                status,
                SHORT.get(adjective, "-"),
                adjective,
                noun.lower(),
                after,
                where,
                f"100 тысяч {words}",
            )
            lines.append("\t".join(cells))
    header = """# Currencies: how their names are built, and in which countries they are paid.
# Source: CLDR through Babel (names, territories); names of the press, historic codes: tools/build_currencies.py.
# Do not edit by hand: run the tool. `after` follows the noun (доллар США); `countries` decide a noun shared by several.
code\tstatus\tshort\tadjective\tnoun\tafter\tcountries\texample
"""
    (LEXICON / "currencies.tsv").write_text(header + "\n".join(lines) + "\n", "utf-8")


def _current(territory: str, today: datetime.date) -> list[str]:
    try:
        return list(get_territory_currencies(territory, today, today, tender=True))
    except Exception:  # a territory that CLDR knows no money of
        return []


def fill_forms() -> None:
    """Fill the column `forms` of `currency_nouns.tsv` where it is empty."""
    path = LEXICON / "currency_nouns.tsv"
    lines = path.read_text("utf-8").splitlines()
    out = []
    place = example = -1
    for line in lines:
        cells = line.split("\t")
        if not line.startswith("#") and place < 0:
            place, example = cells.index("forms"), cells.index("example")
        elif not line.startswith("#") and cells[place] == "-":
            cells[place] = noun_forms(cells[0])
        if not line.startswith("#") and cells[1] not in ("-", "code") and cells[example] == "-":
            cells[example] = f"100 тысяч {counted(cells[0])}"
        out.append("\t".join(cells))
    path.write_text("\n".join(out) + "\n", "utf-8")


if __name__ == "__main__":
    build_currencies()
    fill_forms()

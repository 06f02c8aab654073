"""The words of amounts, looked up by folded form. Built from the tables on first use; loads no dictionary."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from ruspolnews.lexicon import load
from ruspolnews.model import Bound
from ruspolnews.morphology import fold

__all__ = ["Governors", "Noun", "Numeral", "Scale", "Sign", "Vocabulary", "vocabulary"]

PERCENT: Final = frozenset(
    "процент процента проценту процентом проценте проценты процентов процентам процентами процентах проц".split()
)
PERCENT_SIGNS: Final = frozenset("%٪％")
_ADJECTIVE_ENDINGS: Final = "ий ый ого ому им ым ом ая ой ую ое ие ые их ых ими ыми".split()
_INFINITIVE: Final = ("ть", "ти", "ться", "тись")
_HARD: Final = ("", "а", "у", "ом", "е")
_COUNTRY_ENDINGS: Final = {
    "ия": ("ия", "ии", "ию", "ией"),
    "ь": ("ь", "и", "ью", "я", "ю", "ем", "е"),
    "й": ("й", "я", "ю", "ем", "е"),
    "а": ("а", "ы", "и", "е", "у", "ой"),
    "ы": ("ы", "", "ам", "ами", "ах"),
    "я": ("я", "и", "е", "ю", "ей"),
}


class Numeral(NamedTuple):
    """A number word: its value (`None` if vague) and its place in a compound."""

    value: Decimal | None
    rank: str


class Scale(NamedTuple):
    """A word that multiplies: `singular` and `plural` tell which the form may be."""

    value: Decimal
    grammar: str
    singular: bool
    plural: bool


class Noun(NamedTuple):
    """The name of a currency or of its hundredth."""

    lemma: str
    code: str
    worth: Decimal
    guard: str


class Sign(NamedTuple):
    """A sign, abbreviation or code of a currency."""

    code: str
    kind: str
    worth: Decimal


class Governors(NamedTuple):
    """Stems that take the bound away from `до` and `от`."""

    change: tuple[str, ...]
    part: tuple[str, ...]


class Vocabulary:
    """All tables of amounts as dictionaries.

    Attributes:
        triggers: folded tokens without which no text holds an amount of money or a percentage.
        adjectives: form of an adjective, then lemma of a noun, to the code (`шведских`, `крона`: SEK).
        after: lemma of a noun to the words that may follow it, and their codes (`доллар`: США).
        countries: form of a country or its adjective to the codes of its money.
        short: abbreviation of an adjective, without its full stop, to the nouns as in `adjectives`.
        counted: stems that tell that a number without a noun is of people or things.
        nouns_of: lemma of a noun to all its codes.
    """

    def __init__(self) -> None:
        self.numerals: dict[str, Numeral] = {}
        self.scales: dict[str, Scale] = {}
        self.nouns: dict[str, Noun] = {}
        self.signs: dict[str, Sign] = {}
        self.adjectives: dict[str, dict[str, str]] = {}
        self.after: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.countries: dict[str, set[str]] = {}
        self.nouns_of: dict[str, set[str]] = {}
        self.short: dict[str, dict[str, str]] = {}
        self.before: dict[tuple[str, ...], Bound] = {}
        self.verbs: dict[str, tuple[tuple[str, ...], Bound]] = {}
        self.behind: dict[tuple[str, ...], Bound] = {}
        self.rates: dict[tuple[str, ...], str] = {}
        self._read_numbers()
        self._read_currencies()
        self._read_bounds()
        for row in load("rates", "preposition", "unit", "forms"):
            for form in row["forms"].split():
                self.rates[(row["preposition"], *form.split("_"))] = row["unit"]
        self.counted = tuple(row["stem"] for row in load("counted", "stem"))
        self.numberish = frozenset(self.numerals) | frozenset(self.scales)
        guarded = {noun.lemma for noun in self.nouns.values() if noun.guard == "adjective"}
        bare = {form for form, noun in self.nouns.items() if noun.lemma not in guarded}
        adjectives = {form for form, nouns in self.adjectives.items() if guarded & nouns.keys()}
        signs = {fold(sign) for sign in self.signs}
        self.triggers = frozenset(
            bare | adjectives | signs | PERCENT | PERCENT_SIGNS | {"п", "пп"} | set(_adjective_forms("процентный"))
        )

    def _read_numbers(self) -> None:
        for row in load("numerals", "word", "rank", "forms"):
            value = Decimal(row["value"]) if row["value"] else None
            for form in row["forms"].split():
                self.numerals[form] = Numeral(value, row["rank"])
        for row in load("multipliers", "word", "value", "grammar", "singular"):
            singular, plural = row["singular"].split(), row["plural"].split()
            for form in (*singular, *plural):
                scale = Scale(Decimal(row["value"]), row["grammar"], form in singular, form in plural)
                self.scales.setdefault(form, scale)

    def _read_currencies(self) -> None:
        for row in load("currency_nouns", "noun", "worth", "forms"):
            for form in row["forms"].split():
                self.nouns.setdefault(form, Noun(row["noun"], row["code"], Decimal(row["worth"]), row["guard"]))
        for row in load("currency_signs", "sign", "code", "kind", "worth"):
            self.signs[row["sign"]] = Sign(row["code"], row["kind"], Decimal(row["worth"]))
        for row in load("currencies", "code", "status", "noun"):
            code, noun = row["code"], row["noun"]
            current = row["status"] == "current"
            self.nouns_of.setdefault(noun, set()).add(code)
            if row["short"] and (current or noun not in self.short.get(row["short"], {})):
                self.short.setdefault(row["short"], {})[noun] = code
            for form in _adjective_forms(row["adjective"]):
                known = self.adjectives.setdefault(form, {})
                if current or noun not in known:
                    known[noun] = code
                self.countries.setdefault(form, set()).add(code)
            if row["after"]:
                words = tuple(fold(row["after"]).split())
                self.after.setdefault(noun, []).append((words, code))
            for country in row["countries"].split(", "):
                for form in _country_forms(fold(country)):
                    self.countries.setdefault(form, set()).add(code)

        for row in load("countries", "country"):
            names = [fold(name) for name in (row["country"], *row["codes"].split(",")) if name]
            codes = set().union(*(self.countries.get(name, ()) for name in names))
            for name in (*names, fold(row["capital"])) if codes else ():
                for form in _country_forms(name):
                    self.countries.setdefault(form, set()).update(codes)

    def _read_bounds(self) -> None:
        for row in load("bounds", "phrase", "bound", "place"):
            words, bound = tuple(row["phrase"].replace(",", " ,").split()), Bound(row["bound"])
            if row["place"] == "after":
                self.behind[words] = bound
            else:
                self.before[words] = bound
        for words in self.before:
            if any(len(word) > 5 and word.endswith(_INFINITIVE) for word in words):
                verb = next(word for word in words if len(word) > 5 and word.endswith(_INFINITIVE))
                self.verbs.setdefault(verb[:5], (words, self.before[words]))
        rows = load("bound_governors", "preposition", "stem")
        self.governors = Governors(
            tuple(row["stem"] for row in rows if row["preposition"] == "до"),
            tuple(row["stem"] for row in rows if row["preposition"] == "от"),
        )


def _adjective_forms(adjective: str) -> list[str]:
    return [adjective[:-2] + ending for ending in _ADJECTIVE_ENDINGS] if adjective else []


def _country_forms(country: str) -> list[str]:
    if not country:
        return []
    for ending, forms in _COUNTRY_ENDINGS.items():
        if country.endswith(ending):
            return [country.removesuffix(ending) + form for form in forms]
    return [country] if country[-1] in "еиоу" or country.isupper() else [country + form for form in _HARD]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of amounts, read on first use."""
    return Vocabulary()

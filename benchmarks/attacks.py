"""Measures texts made to be slow, at 0.5 and 1 million characters, and writes the table `docs/attacks.md`.

Each pattern is parsed in a process of its own, forked from one that has its tables and dictionary loaded. Growth is the
time of the longer text by that of the shorter: 2 is linear. Ratio is against ordinary prose of the same size.

Run as `python benchmarks/attacks.py`, with `--size` for another one, `--only` for some patterns, `--no-table`.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator import generate

from ruspolnews import Parser

TABLE = Path(__file__).parent.parent / "docs" / "attacks.md"
GROWTH = 2.3
"""More than this when the text doubles is a bug."""
MEGABYTE = 1024 * 1024
Pattern = Callable[[int], str]


def repeated(unit: str) -> Pattern:
    """Return what gives `unit` over and over."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def numbered(template: str) -> Pattern:
    """Return what gives the template with a new made-up word and number each time, so that no cache helps."""

    def build(size: int) -> str:
        rng = random.Random(3)
        parts: list[str] = []
        left = size
        while left > 0:
            word = "".join(rng.choices(SYLLABLES, k=4)).capitalize()
            letters = "".join(rng.choices("АБВГДЕЖЗИКЛМНОПРСТ", k=4))
            parts.append(template.format(w=word, a=letters, n=rng.randint(2, 999)))
            left -= len(parts[-1])
        return "".join(parts)[:size]

    return build


def spoken(pattern: Pattern) -> Pattern:
    """Return what puts one quote before the pattern: without one, nobody asks who is who."""
    return lambda size: ("Он сказал, что да. " + pattern(size))[:size]


def quoted(unit: str) -> Pattern:
    """Return what gives `unit` over and over in one pair of quotation marks: one sentence, however long."""
    return lambda size: f"Он сказал: «{(unit * (size // len(unit)))[: size - 13]}»."


def nested(openers: str, closers: str) -> Pattern:
    """Return what opens half of the text long and closes the other half."""
    return lambda size: (openers * size)[: size // 2] + (closers * size)[: size // 2]


def prose(size: int) -> str:
    """Return ordinary articles in one text."""
    return "\n\n".join(generate(size // 1000 + 5))[:size]


SYLLABLES = "ва ло ми ту ре ко са ди но пе ша гу би фе юн".split()
ALPHABET = "".join(map(chr, (*range(0x20, 0x250), *range(0x400, 0x460), *range(0x2000, 0x2070), *range(0x300, 0x370))))
PATTERNS: dict[str, Pattern] = {
    "ordinary prose": prose,
    "opening marks": repeated("«"),
    "closing marks": repeated("»"),
    "straight marks": repeated('"'),
    "straight marks with spaces": repeated('" '),
    "empty quotations": repeated("«» "),
    "nested marks, never closed": repeated("«а „б "),
    "nested marks, all closed": nested("«а ", " б»"),
    "quotations in one quotation": quoted("„а б“ "),
    "reports in one quotation": quoted("сказал, что да, "),
    "speech in one quotation": quoted("„Да“, — сказал Иван Петров. "),
    "names in one quotation": quoted("Иван Петров, "),
    "fragments in one quotation": quoted("назвал „ошибкой“, "),
    "amounts in one quotation": quoted("5 млн рублей, "),
    "attributions in one quotation": quoted("по словам мэра, да, "),
    "reversed marks": repeated("»а« "),
    "digits": repeated("7"),
    "digits with spaces": repeated("1 "),
    "digits with commas": repeated("1,"),
    "digits with dots": repeated("1.000."),
    "digits with dashes": repeated("1-2–"),
    "numerals": repeated("двести пять тысяч "),
    "numerals and money": repeated("пять миллионов рублей три цента "),
    "cents of nowhere": repeated("5 рублей, пять эре; "),
    "ranges": repeated("от 5 до 7 и 9 млн рублей "),
    "money, new every time": numbered("{n} млн рублей, "),
    "percent signs": repeated("5% %"),
    "dollar signs": repeated("$"),
    "commas": repeated(", "),
    "dots": repeated("."),
    "dots with spaces": repeated(". "),
    "abbreviations": repeated("г. т. д. "),
    "dashes": repeated("— "),
    "hyphens": repeated("а-"),
    "brackets": repeated("("),
    "nested brackets": nested("(а ", " б)"),
    "combining accents": repeated("\u0301"),
    "soft hyphens": repeated("а\u00ad"),
    "white space": repeated(" "),
    "line breaks": repeated("\n"),
    "no-break spaces": repeated("а\u00a0"),
    "one word": repeated("а"),
    "one long name": repeated("Иванов"),
    "conjunctions": repeated("а и "),
    "that that": repeated("что "),
    "cue words": repeated("сказал "),
    "cues with a conjunction": repeated("сказал, что "),
    "attributions": repeated("по словам "),
    "gerunds": repeated(", заявив, "),
    "relatives": repeated("который сказал, "),
    "pronouns": repeated("Он сказал, что он. Она добавила: "),
    "dialogue lines": repeated("— Да, — сказал он.\n"),
    "speech": repeated("«Да», — сказал Иван Петров. "),
    "fragments": repeated("назвал «ошибкой» "),
    "anaphora": repeated("Об этом сообщил он. "),
    "roles": repeated("глава комитета по вопросам "),
    "bodies": repeated("Министерство сообщило, что организация. "),
    "names": spoken(repeated("Иван Петров ")),
    "surnames": spoken(repeated("Петров ")),
    "initials": spoken(repeated("И. И. ")),
    "names, new every time": spoken(numbered("Иван {w}ов ")),
    "surnames, new every time": spoken(numbered("{w}ов ")),
    "one surname, many first names": spoken(numbered("{w} Петров. Сказал Петров, что да. ")),
    "speakers, new every time": numbered("Министр {w} {w}ин сказал, что да. "),
    "women, new every time": numbered("Депутат Анна {w}ина сказала, что да. Депутат {w}ин сказала: "),
    "acronyms, new every time": numbered("{a} сообщил, что да. "),
    "bodies, new every time": numbered("Компания «{w}» заявила, что да. "),
    "roles, new every time": numbered("{w} сказал, что да, глава {w}а. "),
    "media, new every time": numbered("Газета «{w}» пишет, что да. "),
    "glosses, new every time": numbered("Морской комитет {a} ({a}) заявил, что да. {a} сообщил, что нет. "),
    "titles in brackets": numbered("Глава фонда ({w}) Анна {w}ина сказала, что да. "),
    "somebody's relatives": numbered("Певица Анна {w}ина больна. Её отец и адвокат певицы сказали, что да. "),
    "impersonal reports": repeated("Отмечается, что мост цел. "),
    "reports of nobody, then names": lambda size: (
        repeated("Сказал, что да. ")(size // 2) + numbered("Пришёл Илья {w}ов. ")(size // 2)
    ),
    "who told of it": repeated("По словам мэра, мост цел. Об этом Илья Зорич сказал. "),
    "titles that quote": repeated("«Мост закрыт, и нам страшно»\nМэр сказал, что мост закрыт, и нам страшно.\n"),
    "questions that are asked": repeated("На вопрос мэра, цел ли мост, он сказал, что да. "),
    "sources that are described": repeated("врач, по словам которого мост цел, "),
    "clauses before a source": repeated("рубль упал, нефть, по данным биржи, выросла, "),
    "speech within speech": quoted("Он сказал: „Да, мост цел“ и "),
    "hearsay": repeated("он сказал: мост, мол, цел, дескать, "),
    "fronted clauses": repeated("Что мост цел, мэр сказал, что "),
    "clauses summed up": repeated("мост цел — к такому выводу пришёл мэр — "),
    "speech without marks in speech": quoted("он сказал: цел: она: да. "),
    "lines of names and roles": numbered("Анна {w}ина — мэр: да.\n"),
    "unnamed ones": repeated("Один из них сказал, что да. Второй сказал, что нет. Последний сказал, что да. "),
    "shares": numbered("Ещё {n}% сказали, что да. "),
    "emotions": repeated("он рад, что она рада, что "),
    "links": repeated("[https://a.ru мост] "),
    "links that never close": lambda size: "[https://a.ru" + " " * (size - 13),
    "documents of bodies": numbered("Зорин поздравил «{w}». В поздравлении «{w}а» говорится, что да. "),
    "nouns of speech": repeated("Заявление мэра о том, что слова мэра о том, что "),
    "statements": numbered("Заявление мэра {w} о том, что да, верно. "),
    "relatives and names": numbered("Он видел {w}а, который сказал, что да. "),
    "verbs of one subject": repeated("Зорин пришёл, и сел, но встал, и сказал, что да, "),
    "lines that announce": numbered("Мэр Анна {w}ина:\nМост стоит.\n"),
    "words, new every time": numbered("{w} "),
    "paragraphs": repeated("а\n"),
    "paragraphs of speech": repeated("— Да.\n"),
    "paragraphs with an open mark": repeated("«а\n"),
    "capitals": repeated("А Б "),
    "Latin look-alikes": repeated("cкaзaл "),
    "letters of many scripts": lambda size: "".join(random.Random(5).choices(ALPHABET, k=size)),
}


class Cost(NamedTuple):
    """What one text took."""

    seconds: float
    megabytes: float


def measure(parser: Parser, text: str) -> Cost:
    """Parse in a forked process; memory is what it took beyond what it began with."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        parser.parse(text)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        os.write(write, json.dumps([seconds, peak * 1024 / MEGABYTE]).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    if not answer:
        raise SystemExit("the process died")
    return Cost(*json.loads(answer))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=1_000_000, help="characters of the longer text")
    options.add_argument("--only", nargs="*", help="names of patterns")
    options.add_argument("--no-table", action="store_true", help="only print")
    chosen = options.parse_args()
    parser = Parser()
    parser.parse(prose(20_000))
    gc.collect()
    gc.freeze()  # so that the processes forked share it for good
    rows: list[str] = []
    slow: list[str] = []
    base: Cost | None = None
    for name in ["ordinary prose", *(chosen.only or list(PATTERNS)[1:])]:
        build = PATTERNS[name]
        half, full = (measure(parser, build(size)) for size in (chosen.size // 2, chosen.size))
        if full.seconds > GROWTH * half.seconds:  # other work of the machine may have come in between
            half = min(half, measure(parser, build(chosen.size // 2)))
            full = min(full, measure(parser, build(chosen.size)))
        base = base or full
        growth = full.seconds / half.seconds
        if growth > GROWTH and full.seconds > 0.5:
            slow.append(name)
        row = (
            f"| {name} | {half.seconds:.1f} | {full.seconds:.1f} | {growth:.1f} | {full.megabytes:.0f} "
            f"| {full.seconds / base.seconds:.1f} |"
        )
        rows.append(row)
        print(row, flush=True)
    if not chosen.no_table:
        _, section, rest = TABLE.read_text("utf-8").partition("\n## Mutation testing\n")
        TABLE.write_text(page(chosen.size, rows) + section + rest, "utf-8")
    if slow:
        raise SystemExit(f"grows faster than the text: {', '.join(slow)}")


def page(size: int, rows: list[str]) -> str:
    """Return the page of the docs."""
    lines = [
        "# Under attack",
        "",
        f"What a text of {size:,} characters takes that no newspaper would print, beside ordinary prose (generated "
        f"articles) of that size: processor seconds at half the size and at the whole, growth (2 is linear; above "
        f"{GROWTH} is a bug; what is above is measured twice, the smaller time stands), memory beyond the tables "
        "and dictionary, and time against prose. Measured with "
        f"`python benchmarks/attacks.py` on Python {platform.python_version()}, which writes this page.",
        "",
        "| pattern | half, s | whole, s | growth | peak, MB | against prose |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    return "\n".join([*lines, *rows]) + "\n"


if __name__ == "__main__":
    main()

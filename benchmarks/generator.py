"""Articles of our own sentences, with new names and numbers at every turn, so that caches are not flattered."""

from __future__ import annotations

import random

__all__ = ["generate"]

SYLLABLES = "ва ло ми ту ре ко са ди но пе ша гу би фе юн".split()
REPORTS = (
    "Министр {a} {b} заявил, что {p}.",
    "«{p}», — сказал {b}.",
    "«{p}, — пояснил он журналистам. — Решение принято».",
    "По словам {b}а, {p}.",
    "Как отметил глава комитета {a} {b}, {p}.",
    "{p}, сообщает газета «{c}».",
    "{b} назвал план «{c}» ошибкой и добавил, что {p}.",
    "Депутат {a} {b} спросил, будет ли исполнен договор с {c}ом: «{p}».",
)
CLAUSES = (
    "проект обойдётся в {n} млн рублей",
    "переговоры с {b}ом продолжатся в мае",
    "город {c} не готов к зиме, которая начнётся рано",
    "договор подпишут, если {b} вернётся в {c}",
    "на ремонт дороги потратили от {n} до 950 миллионов долларов",
    "цены выросли почти на {n}%, а зарплаты остались прежними",
)
PLAIN = (
    "В городе {c} прошёл дождь.",
    "Завод «{c}» работает с 19{n:02} года и выпускает трубы, краны и насосы.",
    "Ранее суд отправил {b}а под домашний арест, однако следствие продолжается.",
    "Акции компании «{c}» за неделю подешевели на {n} рублей.",
    "Заседание, начавшееся утром, прошло за закрытыми дверями и завершилось поздно вечером.",
    "Напомним, дело о закупке вагонов для {c}а возбудили прошлой осенью.",
)


def generate(number: int, paragraphs: int = 8) -> list[str]:
    """Return articles of some 1,500 characters; the same at every call."""
    rng = random.Random(7)
    return [_article(rng, paragraphs) for _ in range(number)]


def _article(rng: random.Random, paragraphs: int) -> str:
    people = [(_name(rng), _name(rng)) for _ in range(3)]
    lines = [f"Совет города {_name(rng)} обсудил бюджет"]
    for _ in range(paragraphs):
        a, b = rng.choice(people)
        clause = rng.choice(CLAUSES).format(b=b, c=_name(rng), n=rng.randint(2, 900))
        said = rng.choice(REPORTS).format(a=a, b=b, c=_name(rng), p=clause)
        plain = [template.format(b=b, c=_name(rng), n=rng.randint(10, 99)) for template in rng.sample(PLAIN, 2)]
        lines.append(" ".join([said[0].upper() + said[1:], *plain]))
    return "\n\n".join(lines)


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize() + "н"

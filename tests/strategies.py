"""Texts as newspapers print them, and what encodings, editors and web pages do to them."""

from hypothesis import strategies as st

NAMES = ("Иван Петров", "Анна Лужина", "Рамон Эчеверрия", "А. Б. Соколов", "Жан-Пьер Дюваль", "Сокол", "Ли Мин Хо")
ROLES = ("министр финансов", "глава МИД", "депутат Госдумы", "пресс-секретарь мэра", "источник в правительстве", "он")
VERBS = ("заявил", "сказала", "сообщает", "подчеркнул", "спросил", "уверен", "считает", "пообещал", "назвал", "пишет")
CLAUSES = (
    "переговоры продолжатся в мае",
    "дорога обойдётся в 1,5 млрд рублей",
    "«мы не готовы»",
    "цены выросли на 5–7%",
    "от 120 до 150 тысяч евро",
    "решение принято, хотя не все согласны",
    "Анна Лужина добавила, что ждёт",
    "$30 млн (почти 900 млн рублей)",
)
FORMS = (
    "{role} {name} {verb}, что {clause}.",
    "«{clause}», — {verb} {name}.",
    "«{clause}, — {verb} {role}. — {other}».",
    "По словам {name}, {clause}.",
    "{clause}, {verb} {role}.",
    "Об этом {verb} {name}.",
    "{name}: {clause}",
    "— {clause}? — {verb} {role}.",
    '{role} {verb}: "{clause}".',
    "Как {verb} {role} {name}, {clause}.",
    "{name} {verb} это «ошибкой».",
    "МОСКВА, 5 мая – РИА Новости. {clause}.",
    "Дождь шёл всю ночь.",
)
NASTIES = (
    *"«»„“”‚‘’‹›\"'`",
    *"—–-‑−",
    *"()[]{}<>.,:;!?…",
    "\u0301",  # stress
    "\u0300",
    "\u00ad",  # soft hyphen
    "\u200b",  # zero width
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u200e",  # right to left and back
    "\u200f",
    "\u202e",
    "\u202c",
    "\u00a0",  # spaces
    "\u2009",
    "\u202f",
    "\u3000",
    "\x00",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\ud800",  # lone surrogates
    "\udfff",
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\t",
    "&quot;",
    "&laquo;",
    "&nbsp;",
    "&#8212;",
    "<br/>",
    "\\",
    "%",
    "$",
    "€",
    "№",
    "½",
    "²",
    "٣",  # a digit that is not ASCII
    "Ⅷ",
    "ﬁ",
    "İ",  # longer in lower case
    "ẞ",
    "𝒳",
    "𗀀",  # a letter without a name
    "😀",
    "9" * 40,
    "1,2,3.4.5",
    "..",
    "--",
    "а" * 60,
)
ALIKE = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")


@st.composite
def news(draw: st.DrawFn, paragraphs: int = 4) -> str:
    """Texts made of sentences that the rules know."""
    lines = []
    for _ in range(draw(st.integers(1, paragraphs))):
        sentences = []
        for form in draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=3)):
            sentence = form.format(
                role=draw(st.sampled_from(ROLES)),
                name=draw(st.sampled_from(NAMES)),
                verb=draw(st.sampled_from(VERBS)),
                clause=draw(st.sampled_from(CLAUSES)),
                other=draw(st.sampled_from(CLAUSES)),
            )
            sentences.append(sentence[0].upper() + sentence[1:])
        lines.append(" ".join(sentences))
    return draw(st.sampled_from(["\n", "\n\n", "\r\n"])).join(lines)


@st.composite
def spoilt_news(draw: st.DrawFn) -> str:
    """News with nasties put in, pieces cut out or said twice, letters changed for others that look alike."""
    text = draw(news())
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        what = draw(st.integers(0, 5))
        size = draw(st.integers(1, 12))
        if what <= 2:
            text = text[:at] + draw(st.sampled_from(NASTIES)) + text[at:]
        elif what == 3:
            text = text[:at] + text[at + size :]
        elif what == 4:
            text = text[:at] + text[at : at + size] * 2 + text[at + size :]
        else:
            text = text[:at] + text[at : at + size].translate(ALIKE) + text[at + size :]
    return text


def any_text() -> st.SearchStrategy[str]:
    """Any text at all: all of Unicode with lone surrogates, nasties in a row, spoilt news."""
    characters = st.characters(codec=None, exclude_categories=())
    pieces = st.sampled_from((*NASTIES, *" ,.", *NAMES, *ROLES, *VERBS, *CLAUSES, "что", "5", "млн", "рублей"))
    return st.one_of(
        st.text(characters, max_size=200),
        st.lists(pieces, max_size=40).map("".join),
        st.lists(pieces, max_size=40).map(" ".join),
        spoilt_news(),
    )

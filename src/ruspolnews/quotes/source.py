"""Who speaks beside a cue: the subject of a verb, the head of a participle, the noun after an attribution phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ruspolnews.mentions.heads import medium_at
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import ACTING, in_case, noun_phrases, phrase_at
from ruspolnews.morphology.agreement import ANY, GENT, LOCT, NOMN, OF_CASE
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.lexicon import Form

__all__ = [
    "Agreement",
    "cited",
    "head_of_participle",
    "in_place",
    "is_thing",
    "nearest_place",
    "noun_after",
    "quoted_person",
    "subject",
    "subject_of_gerund",
    "there",
]

_LEFT, _RIGHT = 120, 60
"""How far from its verb a subject is looked for, in tokens."""
_EXPLANATION: Final = 25
"""How many tokens may stand between two dashes after a subject."""
PLACES: Final = frozenset(["в", "во", "из", "на", "у"])
_VOICES: Final = frozenset(["organization", "medium", "document", "role", "group", "person", "thing"])
_SPEAKERS: Final = _VOICES - {"thing"} | {"pronoun", "relative"}
_CITED: Final = _VOICES - {"thing", "document"}
_MANY: Final = frozenset(["organization", "medium", "group"])
SUBORDINATORS: Final = frozenset(
    "что чтобы когда если хотя пока поскольку так где куда откуда как будто словно ли потому несмотря".split()
)
RELATIVES: Final = frozenset(
    "который которая которое которые которого которой которых которому которым которую которыми котором кто чей".split()
)
LIGHT: Final = frozenset("также тоже не ни при этом уже еще затем потом позже тут же вновь снова далее сразу".split())
"""What may stand between a coordinator and a verb without a subject."""
_WORDS: Final = frozenset(
    "слова слов словами высказывание высказывания высказываний мнение мнения заявление заявления фразу фраза цитата"
    " цитату реплика реплику".split()
)


TEXTS: Final = _WORDS | frozenset(
    "комментарий комментарии рассказ ответ обращение письмо пост запись сообщение реакция реакцию речь".split()
)
"""What may hold the words that a colon announces: `Комментарий министра: «…»`."""


class Agreement(NamedTuple):
    """What a verb asks of its subject; an empty string asks nothing."""

    number: str = ""
    gender: str = ""
    person: str = ""

    @classmethod
    def of(cls, form: Form) -> Agreement:
        """Return what a cue's form asks."""
        return cls(form.number, form.gender if form.number != "plur" else "", form.person)

    def admits(self, phrase: Phrase) -> bool:
        """Whether the phrase can be the subject."""
        if not phrase.cases & NOMN:
            return False
        if self.number and phrase.number and self.number != phrase.number and not _collective(self, phrase):
            return False
        if self.gender and phrase.gender and self.gender != phrase.gender:
            # «министр заявила»: a masculine role of a woman
            return self.gender == "femn" and phrase.gender == "masc" and phrase.kind == "role"
        return True


def _collective(agreement: Agreement, phrase: Phrase) -> bool:
    """`большинство историков считают`, `ряд СМИ назвали`."""
    return agreement.number == "plur" and phrase.kind in ("group", "medium")


def subject(ctx: Context, verb: int, first: int, last: int, agreement: Agreement) -> Phrase | None:
    """Return the subject of the verb at token `verb` within tokens `first` to `last`: before the verb, else after."""
    found = _of_verb_before(ctx, verb, first, agreement) or _before(ctx, verb, first, agreement)
    if found is None or found.kind == "thing":  # `прошение принёс и Юрген Линд`
        after = _after(ctx, verb, last, agreement)
        return after if found is None or (after is not None and after.kind in _VOICES - {"thing"}) else found
    return found


def _of_verb_before(ctx: Context, verb: int, first: int, agreement: Agreement) -> Phrase | None:
    """Return the subject of the verb to which a coordinator joins this one: `Зорич не назвал мост, | но сказал`."""
    doc = ctx.doc
    k = verb - 1
    while k > first and doc.norms[k] in LIGHT:
        k -= 1
    if k <= first or doc.norms[k] not in _JOINTS or agreement.number != "sing":
        return None
    aside = subordinate(ctx, max(first, k - _LEFT), k)
    for other in range(k - 1, max(first, k - _LEFT), -1):
        if ctx.outer[other] < 0 and ctx.finite(other) and not any(a <= other < b for a, b in aside):
            if doc.pos(other) != "VERB" or agreement_of(ctx, other) != agreement:
                return None
            found = _before(ctx, other, first, agreement)
            return found if found is not None and found.kind in _SPEAKERS - {"relative"} else None
    return None


_JOINTS: Final = frozenset(["и", "но", "однако", "а"])


def inverted_subject(ctx: Context, verb: int, first: int, last: int, agreement: Agreement) -> Phrase | None:
    """Return the subject of a verb that stands first in its clause: after the verb, else before."""
    return _after(ctx, verb, last, agreement) or _before(ctx, verb, first, agreement)


def _before(ctx: Context, verb: int, first: int, agreement: Agreement) -> Phrase | None:
    first = max(first, verb - _LEFT)
    aside = subordinate(ctx, first, verb) + _between_dashes(ctx, first, verb)
    if agreement.number == "plur":
        first = _after_relative(ctx, verb, first)
    phrases = noun_phrases(ctx.doc, first, verb)
    if agreement.number == "plur":
        phrases = _joined(ctx, phrases)
    open_phrases = [p for p in reversed(phrases) if not any(first <= p.start < last for first, last in aside)]
    found = _choose(ctx, open_phrases, verb, agreement)
    if found is not None and ctx.doc.norms[verb - 1] == ",":
        return _shared(ctx, found, open_phrases, verb, first, agreement) or found
    return found


def _shared(
    ctx: Context, found: Phrase, phrases: list[Phrase], verb: int, first: int, agreement: Agreement
) -> Phrase | None:
    """Return the subject of the verb before, where `found` may be its object: `Плотник служит аль-Вали, говорит`."""
    own = next((p for p in phrases if p.start == found.start), None)
    if own is None or own.cases != ANY:
        return None
    before = next((i for i in range(found.start - 1, first, -1) if ctx.finite(i)), None)
    if before is None or any(ctx.doc.norms[i] == "," for i in range(before, found.start)):
        return None
    return _choose(ctx, [p for p in phrases if p.stop <= before], verb, agreement)


def _between_dashes(ctx: Context, first: int, verb: int) -> list[tuple[int, int]]:
    """Return the range between two dashes that explains a subject: `Зорин — один из основателей фонда — намекал`."""
    dashes = [i for i in range(first + 1, verb) if ctx.doc.words[i] in DASHES and ctx.outer[i] < 0]
    if len(dashes) != 2 or dashes[1] - dashes[0] > _EXPLANATION or ctx.any_finite(*dashes):
        return []
    return [(dashes[0], dashes[1])]


def _after_relative(ctx: Context, verb: int, first: int) -> int:
    """Return where the subject of a plural verb may stand: not before an oblique relative (`которых обвиняли`)."""
    for i in range(verb - 1, max(first - 1, verb - 12), -1):
        if ctx.doc.norms[i] == ",":
            return first
        if ctx.doc.norms[i] in RELATIVES and not ctx.doc.norms[i].endswith(("ый", "ая", "ое", "ые", "кто")):
            return i + 1
    return first


def _joined(ctx: Context, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with coordinated subjects as one: `Израиль и США отвергают`."""
    found: list[Phrase] = []
    for phrase in phrases:
        if (
            found
            and found[-1].stop == phrase.start - 1
            and ctx.doc.norms[phrase.start - 1] == "и"
            and phrase.cases & found[-1].cases & NOMN
            and phrase.kind in _SPEAKERS
            and found[-1].kind in _SPEAKERS
        ):
            kind = "organization" if phrase.kind == "organization" else "group"
            start = _listed(ctx, found) if phrase.kind == found[-1].kind else found[-1].start
            found[-1] = found[-1].but(
                start=start,
                stop=phrase.stop,
                kind=kind,
                number="plur",
                gender="",
                cases=NOMN,
                named=False,
            )
        else:
            found.append(phrase)
    return found


_LISTED: Final = frozenset(["person", "organization", "medium"])


def _listed(ctx: Context, phrases: list[Phrase]) -> int:
    """Leave only the first member of a list that ends `phrases`, and return where it begins: `США, Дания и Литва`."""
    while (
        len(phrases) > 1
        and phrases[-1].kind in _LISTED
        and (phrases[-2].kind == phrases[-1].kind or phrases[-2].number == "plur")
        and phrases[-2].stop == phrases[-1].start - 1
        and ctx.doc.norms[phrases[-2].stop] == ","
        and phrases[-2].cases & NOMN
        and not _governed(ctx, phrases[-2])
        and not (phrases[-2].start and ctx.finite(phrases[-2].start - 1))  # `как сообщил Зорич, Лужин и Рыков`
    ):
        phrases.pop()
    return phrases[-1].start


def _after(ctx: Context, verb: int, last: int, agreement: Agreement) -> Phrase | None:
    return _choose(ctx, noun_phrases(ctx.doc, verb + 1, min(last, verb + _RIGHT)), verb, agreement)


def _choose(ctx: Context, phrases: Iterable[Phrase], verb: int, agreement: Agreement) -> Phrase | None:
    """Return the first phrase that can be the verb's subject and speaks, else the first that can be it."""
    weak: Phrase | None = None
    for phrase in phrases:
        if not agreement.admits(phrase) or not _person_agrees(ctx, phrase, agreement):
            continue
        if _governed(ctx, phrase) or _bracketed(ctx, phrase, verb) or _quoted_apart(ctx, phrase, verb):
            continue
        phrase = _explained(ctx, phrase, agreement).but(cases=NOMN)
        if phrase.kind in _SPEAKERS:
            return _not_recipient(ctx, phrase, verb, agreement) or phrase
        weak = weak or phrase
    return weak


def _explained(ctx: Context, phrase: Phrase, agreement: Agreement) -> Phrase:
    """Return the person whom a role between commas explains: `Зуева, | врач по образованию, заявила`."""
    doc = ctx.doc
    comma = phrase.start - 1
    if (
        phrase.kind != "role"
        or comma < 1
        or doc.words[comma] != ","
        or doc.words[phrase.stop : phrase.stop + 1] == ["."]
    ):
        return phrase
    first = doc.sentences[doc.sentence_of(comma)][0]
    before = noun_phrases(doc, first, comma)
    if before and before[-1].stop == comma and before[-1].kind == "person" and agreement.admits(before[-1]):
        return before[-1]
    return phrase


def _not_recipient(ctx: Context, medium: Phrase, verb: int, agreement: Agreement) -> Phrase | None:
    """Return who told the indeclinable medium after a verb: `сообщил ТАСС | представитель прокуратуры`."""
    if medium.kind != "medium" or medium.start < verb or medium.stop >= ctx.doc.sentences[ctx.doc.sentence_of(verb)][1]:
        return None
    teller = phrase_at(ctx.doc, medium.stop, medium.stop, ctx.doc.sentences[ctx.doc.sentence_of(verb)][1])
    if teller is None or teller.kind not in ("person", "role") or not agreement.admits(teller):
        return None
    return teller.but(cases=NOMN)


def _person_agrees(ctx: Context, phrase: Phrase, agreement: Agreement) -> bool:
    if phrase.kind != "pronoun" or not agreement.person:
        return True
    pronoun = ctx.doc.norms[phrase.head]
    first = pronoun in ("я", "мы")
    second = pronoun in ("ты", "вы")
    return {"1per": first, "2per": second}.get(agreement.person, not first and not second)


def _quoted_apart(ctx: Context, phrase: Phrase, verb: int) -> bool:
    """Whether the phrase stands within quoted words that do not hold the verb, and is no quoted name."""
    quotation = ctx.outer[phrase.start]
    if quotation < 0 or quotation == ctx.outer[verb]:
        return False
    opening, closing = ctx.quotations[quotation]
    return phrase.start != opening + 1 or phrase.stop != closing


def _bracketed(ctx: Context, phrase: Phrase, verb: int) -> bool:
    """Whether a bracket stands between the phrase and the verb, around one of them: `(John Stainton)`."""
    words = ctx.doc.words
    low, high = sorted((phrase.start, verb))
    between = [words[i] for i in range(low, high) if words[i] in "()"]
    return bool(between) and (between[0] == ")" if phrase.start < verb else between[-1] == "(")


def _governed(ctx: Context, phrase: Phrase) -> bool:
    """Whether a preposition stands before the phrase, so that it is no subject."""
    i = phrase.start - 1
    if i < 0:
        return False
    if ctx.doc.words[i] in '«„“"':
        i -= 1
    if i < 0 or not ctx.doc.norms[i][0].isalpha():
        return False
    reading = ctx.doc.readings(i)[0]
    return reading.pos == "PREP"


def subordinate(ctx: Context, first: int, last: int) -> list[tuple[int, int]]:
    """Return the ranges between commas that hold a participle, a relative or a subordinate clause, up to `last`."""
    doc = ctx.doc
    ranges: list[tuple[int, int]] = []
    commas = [i for i in range(first, last) if doc.words[i] == "," and ctx.outer[i] < 0]
    edges = commas if commas[:1] == [first] else [first - 1, *commas]
    for n, comma in enumerate(edges[:-1]):
        begin, end = comma + 1, edges[n + 1]
        if ranges and begin < ranges[-1][1]:
            continue
        if comma > first and _opens_participle(ctx, begin):
            ranges.append((begin, end))
        elif _opens_clause(ctx, begin, end):
            # a clause runs to the first comma after its finite verb
            for later in edges[n + 1 :]:
                if ctx.any_finite(begin, later):
                    ranges.append((begin, later))
                    break
    return ranges


def _opens_participle(ctx: Context, i: int) -> bool:
    """Whether a participle, a gerund or an adjective with a preposition opens here: `, знакомый с ходом сделки,`."""
    doc = ctx.doc
    if not doc.words[i][0].islower():
        return False
    pos = doc.pos(i)
    return pos in ("PRTF", "GRND") or (pos == "ADJF" and doc.norms[i] not in RELATIVES and doc.pos(i + 1) == "PREP")


def _opens_clause(ctx: Context, begin: int, end: int) -> bool:
    norms = ctx.doc.norms
    if norms[begin] in SUBORDINATORS:
        return True
    return any(norms[i] in RELATIVES for i in range(begin, min(begin + 3, end)))


def is_thing(ctx: Context, source: Phrase) -> bool:
    """Whether a phrase names a mere thing, which says nothing: `ситуация`, but not `официальное лицо`."""
    word = ctx.doc.words[source.head]
    reading = ctx.doc.readings(source.head)[0]
    return source.kind == "thing" and word[0].islower() and reading.known and reading.lemma != "лицо"


def subject_of_gerund(ctx: Context, gerund: int, first: int, last: int) -> Phrase | None:
    """Return the subject of the clause that a gerund belongs to: `Президент отметил проект, добавив, что …`."""
    first = max(first, gerund - _LEFT)
    last = min(last, gerund + _LEFT)
    aside = subordinate(ctx, first, gerund)
    for verb in range(gerund - 1, first - 1, -1):
        if ctx.outer[verb] >= 0 or any(a <= verb < b for a, b in aside) or not ctx.finite(verb):
            continue
        asks = agreement_of(ctx, verb)
        found = subject(ctx, verb, first, gerund, asks)
        if found is None and asks.number == "plur":
            found = in_place(ctx, first, verb)  # `в министерстве отвечать не стали, отметив, что`
        if found:
            return found
    for verb in range(gerund + 1, last):
        if ctx.outer[verb] < 0 and ctx.finite(verb):
            found = subject(ctx, verb, gerund + 1, last, agreement_of(ctx, verb))
            if found:
                return found
    return None


def agreement_of(ctx: Context, verb: int) -> Agreement:
    """Return what the finite verb at token `verb` asks of its subject."""
    for reading in ctx.doc.readings(verb):
        if reading.pos in ("VERB", "PRTS", "ADJS"):
            return Agreement(reading.number, reading.gender if reading.number == "sing" else "", reading.person)
    return Agreement()


def subject_of_main_clause(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return the subject of the first finite verb within tokens `first` to `last`: after `Заявив, что P, …`."""
    for verb in range(first, last):
        if ctx.outer[verb] < 0 and ctx.finite(verb):
            return subject(ctx, verb, first, last, agreement_of(ctx, verb))
    return None


def head_of_participle(ctx: Context, cue: Cue, first: int) -> Phrase | None:
    """Return the noun that a participle after a comma describes: `меньшинству, считающему, что …`."""
    first = max(first, cue.first - _LEFT)
    near = [phrase for phrase in noun_phrases(ctx.doc, first, cue.first) if phrase.stop >= cue.first - 1]
    for phrase in reversed(noun_phrases(ctx.doc, first, cue.first)):
        if cue.form.case and not OF_CASE[cue.form.case] & phrase.cases:
            continue
        if phrase.number and cue.form.number and phrase.number != cue.form.number:
            continue
        if phrase.gender and cue.form.gender and phrase.gender != cue.form.gender:
            continue
        return phrase
    return near[-1] if near else None


def in_place(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return the body in which something was said: `в МИД сообщили`, `сообщили в пресс-службе`."""
    aside = subordinate(ctx, first, last)
    places = (i for i in range(first, last - 1) if not any(a <= i < b for a, b in aside))
    return next(_places(ctx, places, last), None)


def there(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return `там`, the body that spoke before: `Там добавили, что …`."""
    i = next((i for i in range(first, last) if ctx.doc.norms[i] == "там"), -1)
    return Phrase(i, i + 1, i, "pronoun", LOCT, "", "") if i >= 0 else None


def nearest_place(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return the last body or document before token `last`: `в докладе говорится`, `письмо, в котором говорится`."""
    doc = ctx.doc
    aside = subordinate(ctx, first, last)
    for i in range(last - 1, first - 1, -1):
        if doc.norms[i] == "где" and i > first and doc.norms[i - 1] == ",":
            return _antecedent(ctx, first, i - 1)
        if i > first and doc.norms[i] in ("котором", "которой", "которых") and doc.norms[i - 1] in PLACES:
            return _antecedent(ctx, first, i - 1)
        if doc.norms[i] in PLACES and not any(a <= i < b for a, b in aside):
            return next(_places(ctx, range(i, i + 1), last), None) or in_place(ctx, first, i)
    return None


def _antecedent(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return what a relative after a comma refers to: the last document, else the last medium or body but no place."""
    before = [p for p in noun_phrases(ctx.doc, first, last) if p.kind in ("document", "medium", "organization")]
    documents = [p for p in before if p.kind == "document"]
    bodies = [p for p in before if not any("Geox" in r.tags for r in ctx.doc.readings(p.head))]
    return next(iter(documents[-1:] or bodies[-1:]), None)


def _places(ctx: Context, places: Iterable[int], last: int) -> Iterator[Phrase]:
    doc = ctx.doc
    for i in places:
        if doc.norms[i] in PLACES:
            marked = doc.words[i + 1] in '«„“"'
            if marked and i + 2 < last and doc.words[i + 2][0].islower():
                continue  # `обвиняют в «организации …»`
            name = phrase_at(doc, i + 1, i + 1, last)
            phrase = name or phrase_at(doc, i + 2, i + 2, last) if marked else name
            if phrase and phrase.kind in _SPEAKERS and phrase.kind != "person":
                case = "gent" if doc.norms[i] in ("из", "у") else "loct"
                yield in_case(ctx.doc, phrase, OF_CASE[case]) if OF_CASE[case] & phrase.cases else phrase


def noun_after(ctx: Context, i: int, last: int, case: str) -> Phrase | None:
    """Return the phrase that begins at token `i` or after a particle or a mark there, in the case asked for."""
    doc = ctx.doc
    if doc.norms[i : i + 4] == ACTING:
        i += len(ACTING)  # `по словам и. о. министра`
    while i < last and doc.norms[i] in ("же", "уже", "и", "самого", "самой", "«", '"', "„"):
        phrase = phrase_at(doc, i, i, last)
        if phrase and OF_CASE[case] & phrase.cases:
            return in_case(ctx.doc, phrase, OF_CASE[case])
        i += 1
    phrase = phrase_at(doc, i, i, last) if i < last else None
    if phrase is None or not OF_CASE[case] & phrase.cases:
        return None
    if phrase.kind == "document" and phrase.stop < last - 1 and doc.norms[phrase.stop] in ("в", "во", "на"):
        place = next(_places(ctx, range(phrase.stop, phrase.stop + 1), last), None)
        if place is not None and place.kind in ("medium", "organization"):
            return place.but(start=phrase.start)  # `согласно сообщениям на «Волне»`
    return _and_others(ctx, in_case(ctx.doc, phrase, OF_CASE[case]), last, case)


def _several(phrase: Phrase) -> bool:
    return phrase.kind in _MANY or (phrase.kind == "role" and phrase.number == "plur")


def _and_others(ctx: Context, phrase: Phrase, last: int, case: str) -> Phrase:
    """Return the phrase with a body or group that `и` joins to it: `по данным блогеров и СМИ`."""
    if not _several(phrase):
        return phrase
    joint = phrase.stop
    while joint < last - 1 and ctx.doc.norms[joint] == ",":  # `газет «День», «Час» и других изданий`
        other = phrase_at(ctx.doc, joint + 1, joint + 1, last)
        if other is None or other.kind not in _MANY:
            return phrase
        joint = other.stop + (ctx.doc.words[other.stop] in '»”“"' if other.stop < last else 0)
    if joint >= last - 1 or ctx.doc.norms[joint] != "и":
        return phrase
    other = phrase_at(ctx.doc, joint + 1, joint + 1, last)
    if other is None or not _several(other) or not OF_CASE[case] & other.cases:
        return phrase
    if other.stop < last and ctx.doc.norms[other.stop] not in (",", ".", ")", "—"):
        return phrase
    return phrase.but(stop=other.stop, kind="group", number="plur", gender="", named=False)


def cited(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return whom a medium cites: `газета со ссылкой на источник пишет, что …`."""
    for cue in ctx.cues_in(first, last):
        if cue.form.mode == "noun" and ("relay" in cue.form.note or cue.form.lemma == "со слов"):
            found = noun_after(ctx, cue.last, last, cue.form.case)
            if found and found.kind in _CITED:
                return found
    return None


def quoted_person(ctx: Context, first: int, last: int, words: frozenset[str] = _WORDS) -> Phrase | None:
    """Return whose words are passed on: `передаёт слова министра`, by the nouns `words` for them."""
    doc = ctx.doc
    for i in range(first, last - 1):
        if doc.norms[i] in words and doc.norms[i - 1] not in ("со", "из", "по"):
            phrase = phrase_at(doc, i + 1, i + 1, last)
            if phrase and phrase.cases & GENT and phrase.kind in _SPEAKERS:
                return in_case(ctx.doc, _without_medium(ctx, phrase), GENT)
    return None


def _without_medium(ctx: Context, phrase: Phrase) -> Phrase:
    """Return whose words are passed on, without the medium that does: `слова главы делегации | РИА Новости`."""
    for j in range(phrase.start + 1, phrase.stop):
        if medium_at(ctx.doc, j, phrase.stop) == phrase.stop:
            return phrase_at(ctx.doc, phrase.start, phrase.start, j) or phrase
    return phrase

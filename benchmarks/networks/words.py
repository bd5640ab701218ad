"""Words, names and sentences of the invented networks, made by rule from a seed; no two stories are alike."""

from dataclasses import dataclass
from random import Random

_HEADS = [
    "bran",
    "cel",
    "dor",
    "fal",
    "gri",
    "hel",
    "jor",
    "kal",
    "lum",
    "mar",
    "nov",
    "or",
    "pel",
    "quil",
    "ras",
    "sel",
    "tam",
    "ul",
    "ver",
    "wex",
    "yar",
    "zin",
]
_TAILS = [
    "tova",
    "mina",
    "wick",
    "gate",
    "stead",
    "mere",
    "ford",
    "haven",
    "dale",
    "lund",
    "brook",
    "cross",
    "moor",
    "port",
    "field",
    "holm",
]
_GIVEN = [
    "Ada",
    "Bram",
    "Cora",
    "Dirk",
    "Elsa",
    "Finn",
    "Greta",
    "Hugo",
    "Ines",
    "Jarl",
    "Kaia",
    "Lars",
    "Mira",
    "Nils",
    "Orla",
    "Piet",
    "Runa",
    "Sven",
    "Tilde",
    "Ulf",
]
_FAMILY = [
    "Abrasel",
    "Brandt",
    "Corvey",
    "Dunmer",
    "Eklund",
    "Farrow",
    "Gansk",
    "Hollin",
    "Ister",
    "Jorvan",
    "Kessel",
    "Lindqvar",
    "Morrow",
    "Nagy",
]


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a site of one language writes around and in its stories."""

    code: str
    labels: dict[str, tuple[str, ...]]
    """For each label the wordings among which makers choose."""
    subjects: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    tails: tuple[str, ...]


def _tongue(code: str, labels: str, subjects: str, verbs: str, objects: str, tails: str) -> Tongue:
    def parts(text: str) -> tuple[str, ...]:
        return tuple(text.split("|"))

    wordings = (tuple(one.split("/")) for one in parts(labels))
    named = dict(zip(_LABELS, wordings, strict=True))
    return Tongue(code, named, parts(subjects), parts(verbs), parts(objects), parts(tails))


_LABELS = [
    "home",
    "world",
    "money",
    "sport",
    "related",
    "popular",
    "search",
    "about",
    "privacy",
    "by",
    "published",
    "share",
    "newsletter",
]
TONGUES = {
    one.code: one
    for one in (
        _tongue(
            "en",
            "Home/Start/Front page|World/Abroad/International|Money/Business/Markets|Sport/Sports/Games|Related/More like this/You may also like|Most popular/Most read/Others are reading|Search/Find|About us/Who we are/Contact|Privacy policy/Privacy/Your data|By/From/Words:|Published/Date:/Posted on|Share/Send this on/Pass it on|Get our newsletter/News in your inbox/Our morning letter",
            "The harbour council|A court in {place}|The mayor of {place}|Fishermen from {place}|The energy ministry|Two rival unions|The rail company|Police in {place}|The island's parliament|A panel of doctors",
            "voted on {day} to rebuild|said on {day} that it would sell|refused on {day} to pay for|announced on {day} that it had found|promised on {day} to repair|warned on {day} against closing|began on {day} to count",
            "the old grain pier|a school roof in {place}|the ferry to {place}|{number} wind turbines|the last coal depot|a dam above {place}|the opera house|{number} kilometres of track",
            "after a winter storm broke it in two|although the budget has room for half of it|, and {person} called the plan a waste|, according to {person}, who heads the audit office|before the summer, when visitors arrive|which cost {number} million crowns so far",
        ),
        _tongue(
            "de",
            "Startseite/Anfang|Welt/Ausland|Geld/Wirtschaft|Sport|Verwandte Artikel/Mehr dazu/Auch lesenswert|Meistgelesen/Beliebt|Suche|Über uns/Kontakt|Datenschutz|Von|Veröffentlicht/Stand:|Teilen/Weitersagen|Newsletter abonnieren/Unser Morgenbrief",
            "Der Hafenrat|Ein Gericht in {place}|Die Bürgermeisterin von {place}|Die Fischer aus {place}|Das Energieministerium|Die Bahngesellschaft",
            "beschloss am {day}, neu zu bauen:|will seit {day} verkaufen:|weigerte sich am {day} zu bezahlen:|kündigte am {day} an, zu prüfen:",
            "den alten Getreidepier|ein Schuldach in {place}|die Fähre nach {place}|{number} Windräder|das letzte Kohlelager",
            ", nachdem ein Sturm im Winter alles zerstört hatte|, obwohl das Geld nur für die Hälfte reicht|, und {person} nannte den Plan eine Verschwendung|, wie {person} vom Rechnungshof sagte",
        ),
        _tongue(
            "es",
            "Inicio/Portada|Mundo/Internacional|Dinero/Economía|Deportes|Relacionados/También te interesa|Lo más leído/Lo más visto|Buscar|Quiénes somos/Contacto|Privacidad|Por|Publicado/Fecha:|Compartir/Comparte|Suscríbete al boletín/Nuestra carta",
            "El consejo del puerto|Un tribunal de {place}|La alcaldesa de {place}|Los pescadores de {place}|El ministerio de energía",
            "votó el {day} reconstruir|anunció el {day} que venderá|se negó el {day} a pagar|prometió el {day} reparar",
            "el viejo muelle de grano|el techo de una escuela en {place}|el transbordador a {place}|{number} turbinas|el último depósito de carbón",
            "después de que una tormenta lo partiera en dos|aunque el dinero alcanza para la mitad|, y {person} llamó al plan un despilfarro|, según {person}, que dirige la oficina de cuentas",
        ),
    )
}


def name(chance: Random) -> str:
    """Return a word that no language has: of a place, a paper, a theme."""
    return chance.choice(_HEADS) + chance.choice(["", "a", "e", "o"]) + chance.choice(_TAILS)


def person(chance: Random) -> str:
    """Return somebody's name."""
    return f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}"


def day(chance: Random) -> str:
    """Return a day as pages stamp it."""
    return f"20{chance.randrange(18, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def sentence(chance: Random, tongue: Tongue) -> str:
    """Return one sentence of a story."""
    body = f"{chance.choice(tongue.subjects)} {chance.choice(tongue.verbs)} {chance.choice(tongue.objects)}"
    tail = chance.choice(tongue.tails)
    filled = (body + ("" if tail.startswith(",") else " ") + tail).format(
        place=name(chance).title(), person=person(chance), number=chance.randrange(3, 90), day=day(chance)
    )
    return filled + "."


def headline(chance: Random, tongue: Tongue) -> str:
    """Return the title of a story, or of one that a page links to."""
    text = (
        f"{chance.choice(tongue.subjects)}: {chance.choice(tongue.objects)}, {chance.choice(tongue.objects)}"
    )
    return text.format(
        place=name(chance).title(), person=person(chance), number=chance.randrange(3, 90), day=""
    )


def story(chance: Random, tongue: Tongue) -> list[str]:
    """Return the paragraphs of a story."""
    return [
        " ".join(sentence(chance, tongue) for _ in range(chance.randrange(2, 5)))
        for _ in range(chance.randrange(4, 12))
    ]

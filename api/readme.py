"""The words that go with a file of values, in Swedish and in English."""

from collections.abc import Sequence

from api import described
from data.catalogue import Indicator
from data.edition import Edition

STATUSES = {
    "sv": {
        "ok": "det finns ett värde",
        "missing": "källan har inget värde",
        "suppressed": "källan lämnar inte ut värdet, för att skydda enskilda",
        "not_applicable": "kan inte finnas där",
        "few_areas": "för få delområden för att måttet ska säga något",
        "small_group": "för få personer i någon av grupperna för att måttet ska säga något",
    },
    "en": {
        "ok": "there is a value",
        "missing": "the source has none",
        "suppressed": "the source withholds it to protect people",
        "not_applicable": "it cannot exist there",
        "few_areas": "too few small areas for the measure to say anything",
        "small_group": "too few people in one of the groups for the measure to say anything",
    },
}
WORDS = {
    "sv": {
        "edition": "Utgåva",
        "source": "Källa",
        "licence": "Licens",
        "unit": "Enhet",
        "cite": "Hänvisa så här",
        "status": "Kolumnen status",
        "own": "Segregationskartan är ett oberoende projekt och ingens officiella webbplats.",
    },
    "en": {
        "edition": "Edition",
        "source": "Source",
        "licence": "Licence",
        "unit": "Unit",
        "cite": "Cite as",
        "status": "The column status",
        "own": "Segregationskartan is an independent project and nobody's official site.",
    },
}


def lines(indicators: Sequence[Indicator], edition: Edition) -> list[str]:
    """Edition, meaning, caveats, sources, licence and citation: one sentence or fact a line."""
    found = [described.SITE]
    for language, words in WORDS.items():
        found += ["", words["own"], f"{words['edition']}: {edition.id}"]
        for indicator in indicators:
            found += ["", *of_indicator(indicator, edition, language)]
        found += ["", f"{words['status']}:"]
        found += [f"  {status}: {said}" for status, said in STATUSES[language].items()]
    return [" ".join(line.split("\n")) for line in found]


def of_indicator(indicator: Indicator, edition: Edition, language: str) -> list[str]:
    words = WORDS[language]
    return [
        f"{indicator.id}: {indicator.label[language]}",
        indicator.about[language],
        indicator.caveat[language],
        f"{words['unit']}: {indicator.unit.label[language]}",
        *(f"{words['source']}: {each.publisher}, {each.table}" for each in indicator.sources),
        f"{words['licence']}: {described.licence(indicator)['name']}",
        f"{words['cite']}: {described.citation(indicator, edition, language)}",
    ]

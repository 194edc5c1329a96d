"""The catalogue as Sweden's data portal harvests it: DCAT-AP-SE as JSON-LD."""

from typing import Any

from flask import Blueprint, Response

from api import described
from api.linked import AUTHORITY, FORMS, dataset_id, download, linked, text, years_of
from api.places import known_edition
from data.catalogue import Indicator
from data.edition import Edition
from layouts.open_data import ROOT
from sending.origin import origin

blueprint = Blueprint("dcat", __name__)

ABOUT = {
    "sv": "Öppna siffror om boendesegregationen i Sverige, för län, kommuner och RegSO.",
    "en": "Open figures on residential segregation in Sweden, for counties, municipalities and "
    "RegSO areas.",
}
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@blueprint.route("/dcat.jsonld")
def dcat() -> Response:
    edition, site = known_edition(None), origin()
    every = described.every(edition).values()
    catalogue = {
        "@id": f"{site}/dcat.jsonld",
        "@type": "dcat:Catalog",
        "dcterms:title": both({"sv": described.SITE, "en": described.SITE}),
        "dcterms:description": both(ABOUT),
        "dcterms:publisher": {"@id": f"{site}/#publisher"},
        "dcterms:issued": day(edition.date),
        "dcterms:language": [{"@id": f"{AUTHORITY}/language/{code}"} for code in ("SWE", "ENG")],
        "foaf:homepage": {"@id": f"{site}/"},
        "dcat:dataset": [{"@id": dataset_id(each, edition, site)} for each in every],
    }
    publisher = {
        "@id": f"{site}/#publisher",
        "@type": "foaf:Agent",
        "foaf:name": described.SITE,
        "foaf:homepage": {"@id": f"{site}/"},
    }
    sets = [part for each in every for part in dataset(each, edition, site)]
    return linked(edition, {"@context": PREFIXES, "@graph": [catalogue, publisher, *sets]})


def dataset(indicator: Indicator, edition: Edition, site: str) -> list[dict[str, Any]]:
    """An indicator and the forms it can be had in."""
    id_, licence = dataset_id(indicator, edition, site), described.licence(indicator)
    years = years_of(indicator, edition)
    rights = (
        {"dcterms:license": {"@id": licence["address"]}}
        if licence["address"]
        else {"dcterms:rights": said("dcterms:RightsStatement", str(licence["name"]))}
    )
    forms = [
        {
            "@id": f"{id_}#{form}",
            "@type": "dcat:Distribution",
            "dcterms:title": f"{indicator.label['sv']}, {form}",
            "dcat:accessURL": {"@id": f"{site}{ROOT}/"},
            "dcat:downloadURL": {"@id": download(indicator, edition, site, form)},
            "dcterms:format": {"@id": kind},
            "dcat:mediaType": {"@id": f"http://www.iana.org/assignments/media-types/{media}"},
            **rights,
        }
        for form, (media, kind) in FORMS.items()
    ]
    told = {
        "@id": id_,
        "@type": "dcat:Dataset",
        "dcterms:title": both(indicator.label),
        "dcterms:description": both(indicator.about),
        "dcterms:identifier": described.identifier(indicator, edition),
        "dcterms:publisher": {"@id": f"{site}/#publisher"},
        "dcterms:issued": day(edition.date),
        "dcterms:accessRights": {"@id": f"{AUTHORITY}/access-right/PUBLIC"},
        "dcterms:spatial": {"@id": f"{AUTHORITY}/country/SWE"},
        "dcterms:temporal": {
            "@type": "dcterms:PeriodOfTime",
            "dcat:startDate": year(min(years)),
            "dcat:endDate": year(max(years)),
        },
        "dcterms:provenance": [
            said("dcterms:ProvenanceStatement", f"{each.publisher}: {each.table}")
            for each in indicator.sources
        ],
        "dcat:theme": {"@id": f"{AUTHORITY}/data-theme/SOCI"},
        "dcat:keyword": both(indicator.theme.label),
        "dcat:version": edition.id,
        "dcat:landingPage": {"@id": f"{site}{ROOT}/"},
        "dcat:distribution": [{"@id": form["@id"]} for form in forms],
    }
    return [told, *forms]


def both(words: dict[str, str]) -> list[dict[str, str]]:
    return [text(said, code) for code, said in words.items()]


def said(kind: str, words: str) -> dict[str, str]:
    return {"@type": kind, "rdfs:label": words}


def day(date: str) -> dict[str, str]:
    return {"@value": date, "@type": "xsd:date"}


def year(number: int) -> dict[str, str]:
    return {"@value": str(number), "@type": "xsd:gYear"}

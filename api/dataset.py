"""One indicator as search engines for datasets read it: schema.org as JSON-LD."""

from flask import Blueprint, Response

from api import described
from api.linked import FORMS, dataset_id, download, linked, text, years_of
from api.places import known_edition, known_indicator
from layouts.open_data import ROOT
from sending.origin import origin

blueprint = Blueprint("dataset", __name__)


@blueprint.route(f"{ROOT}/indicators/<indicator>.jsonld")
def schema_org(indicator: str) -> Response:
    edition = known_edition(None)
    found = known_indicator(indicator, edition)
    site = origin()
    licence = described.licence(found)
    years = years_of(found, edition)
    return linked(
        edition,
        {
            "@context": "https://schema.org/",
            "@type": "Dataset",
            "@id": dataset_id(found, edition, site),
            "name": [text(found.label[code], code) for code in ("sv", "en")],
            "description": [
                text(f"{found.about[code]} {found.caveat[code]}", code) for code in ("sv", "en")
            ],
            "identifier": described.identifier(found, edition),
            "version": edition.id,
            "datePublished": edition.date,
            "isAccessibleForFree": True,
            "license": licence["address"] or licence["name"],
            "spatialCoverage": {"@type": "Country", "name": "Sverige"},
            "temporalCoverage": f"{min(years)}/{max(years)}",
            "variableMeasured": {
                "@type": "PropertyValue",
                "name": found.label["sv"],
                "unitText": found.unit.label["sv"],
            },
            "creator": {"@type": "Organization", "name": described.SITE, "url": f"{site}/"},
            "citation": [f"{each.publisher}: {each.table}" for each in found.sources],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": media,
                    "contentUrl": download(found, edition, site, form),
                }
                for form, (media, _) in FORMS.items()
            ],
        },
    )

"""A relationship as a reader takes it along: its circles, alone, and the words that go with it."""

from layouts.drawings.scatter import drawn as scatter
from layouts.drawings.svg import Drawing
from layouts.language import text
from layouts.paths import SCATTER
from layouts.scatter.picture import points
from layouts.scatter.question import Relation
from layouts.scatter.readings import Related
from layouts.scatter.words import about, cautions, heading, in_words
from layouts.sharing_paths import RELATION
from layouts.taken import Taken
from layouts.view import name_of


def relation_taken(asked: Relation, found: Related | None = None) -> Taken:
    """What is said of it; where the values are known, also what they say."""
    language = asked.language
    years = "–".join(map(str, sorted({asked.year_of(each) for each in (asked.x, asked.y)})))
    where = name_of(asked.scope, language)
    said = [in_words(asked, found, language), *cautions(asked, found, language)] if found else []
    return Taken(
        of=RELATION,
        asked=asked,
        page=SCATTER,
        label=heading(asked, language),
        place=text(
            language, "relation_place", plural=asked.level.plural[language], area=where, years=years
        ),
        indicators=[asked.x, asked.y],
        name=(asked.x.id, asked.y.id, asked.level.id, asked.scope, years.replace("–", "-")),
        subtitle=about(asked, found, language) if found else "",
        remarks=[" ".join(said)] if said else [],
    )


def drawing(asked: Relation, found: Related, width: int, height: int) -> Drawing:
    """The circles as they stand on the page."""
    return scatter(points(found), asked.x, asked.y, asked.language, width, height)

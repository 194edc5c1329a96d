"""What a reader takes along, in words: a map, a chart or a table, and the page that it stands on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from data.catalogue import Indicator
from data.edition import Edition
from geo.areas import Area
from layouts.drawings.sheet import Told
from layouts.language import text
from layouts.paths import path
from layouts.pictures import notes_of
from layouts.sharing_paths import EDITION, SUBJECTS, Question, question


@dataclass(frozen=True)
class Taken:
    """`of` is its kind and `page` where it stands; `name` are the parts of what a file is called.

    `subtitle` says what the picture shows beside its title, `remarks` what else must be known.
    A page that has no question is of an `area`, and what is taken stands in a `section` of it.
    """

    of: str
    asked: Question
    page: str
    label: str
    place: str
    indicators: Sequence[Indicator]
    name: Sequence[str]
    subtitle: str = ""
    remarks: Sequence[str] = ()
    pictured: bool = True
    area: Area | None = None
    section: str = ""

    @property
    def language(self) -> str:
        return self.asked.language

    @property
    def title(self) -> str:
        return f"{self.label}: {self.place}"

    def address(self, edition: str = "") -> str:
        """The page that shows it; with an edition, of that very one."""
        there = path(self.page, self.language, self.area)
        if not self.section:
            return f"{there}?{question(self.asked, edition)}"
        return f"{there}{f'?{EDITION}={edition}' if edition else ''}#{self.section}"

    def filename(self, edition: Edition, form: str) -> str:
        """A name that tells what the file holds when it lies among others."""
        word = SUBJECTS[self.of][self.language]
        return f"{'-'.join([word, *self.name, edition.id])}.{form}"

    def notes(self, edition: Edition) -> list[str]:
        return [*notes_of(self.indicators, edition, self.language), *self.remarks]

    def told(self, edition: Edition) -> Told:
        """What stands round its picture."""
        subtitle = self.subtitle or self.place
        return Told(self.label, subtitle, self.notes(edition), text(self.language, "site"))


Telling = Callable[[Any], Taken]

"""What readers take along, kind by kind: how it is asked for, told, drawn, written and framed."""

from callbacks.taking import (
    of_comparison,
    of_course,
    of_maps,
    of_programme,
    of_ranking,
    of_relation,
    of_split,
    of_types,
    of_view,
)
from callbacks.taking.kind import Kind
from layouts.sharing_paths import (
    COMPARISON,
    COURSE,
    MAP,
    MAPS,
    PROGRAMME,
    RANKING,
    RELATION,
    SERIES,
    SPLIT,
    TYPES,
)

KINDS: dict[str, Kind] = {
    MAP: of_view.MAP,
    SERIES: of_view.SERIES,
    COMPARISON: of_comparison.KIND,
    MAPS: of_maps.KIND,
    PROGRAMME: of_programme.KIND,
    RANKING: of_ranking.KIND,
    RELATION: of_relation.KIND,
    TYPES: of_types.KIND,
    SPLIT: of_split.KIND,
    COURSE: of_course.KIND,
}

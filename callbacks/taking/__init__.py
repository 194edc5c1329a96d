"""What readers take along, kind by kind: how it is asked for, told, drawn, written and framed."""

from callbacks.taking import of_comparison, of_maps, of_programme, of_ranking, of_relation, of_view
from callbacks.taking.kind import Kind
from layouts.sharing_paths import COMPARISON, MAP, MAPS, PROGRAMME, RANKING, RELATION, SERIES

KINDS: dict[str, Kind] = {
    MAP: of_view.MAP,
    SERIES: of_view.SERIES,
    COMPARISON: of_comparison.KIND,
    MAPS: of_maps.KIND,
    PROGRAMME: of_programme.KIND,
    RANKING: of_ranking.KIND,
    RELATION: of_relation.KIND,
}

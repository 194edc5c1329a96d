"""Areas that exchanged land are united, and only where every exchange is named."""

import pytest

from geo.areas import areas
from geo.crosswalk import Change, border_changed, changed_codes
from geo.levels import levels
from geo.united import of_changes, unions, united

REGSO = levels()["regso"]
REGISTERS = {"2020": "ABCD", "2025": "ABCE"}


def planted(*rows):
    return of_changes([Change(*row.split()) for row in rows], REGISTERS)


def test_two_areas_that_exchanged_land_are_one_union():
    (one,) = planted("A A shrank", "A B gave_part_to_existing", "B B grew")
    assert (one.code, one.codes, one.complete) == ("A", ("A", "B"), True)
    assert one.parts == {"2020": ("A", "B"), "2025": ("A", "B")}


def test_exchanges_in_a_chain_make_one_union():
    rows = ("B C gave_part_to_existing", "B B shrank", "A B gave_part_to_existing", "A A shrank")
    (one,) = planted(*rows)
    assert one.codes == ("A", "B", "C")


def test_an_area_that_ceased_and_one_that_is_new_are_in_their_own_edition():
    first, second = planted("D A ceased_into_existing", "B E gave_part_to_new", "B B shrank")
    assert first.parts == {"2020": ("A", "D"), "2025": ("A",)}
    assert second.parts == {"2020": ("B",), "2025": ("B", "E")}
    assert first.complete and second.complete


@pytest.mark.parametrize("row", ["A A grew", "A A shrank"])
def test_an_area_without_a_partner_makes_no_whole_union(row):
    (one,) = planted(row)
    assert one.codes == ("A",) and not one.complete


def test_an_unknown_partner_of_one_makes_the_union_of_all_unsure():
    (one,) = planted("A A shrank", "A B gave_part_to_existing", "A A grew")
    assert not one.complete


def test_every_area_whose_border_changed_is_in_exactly_one_union():
    every = {united(code).code: united(code) for code in changed_codes()}
    inside = [code for one in every.values() for code in one.codes]
    assert sorted(inside) == sorted(changed_codes())
    assert united("0114R001") is None and not border_changed("0114R001")


def test_the_key_names_all_exchanges_of_168_areas_in_74_unions():
    assert len(unions(REGSO)) == 74
    assert sum(len(one.codes) for one in unions(REGSO)) == 168


def test_a_union_lies_in_one_municipality_and_has_the_areas_of_each_register():
    for one in unions(REGSO):
        assert len({code[:4] for code in one.codes}) == 1
        for edition, parts in one.parts.items():
            assert parts and set(parts) == set(one.codes) & set(areas(REGSO, edition))


def test_the_area_that_ceased_is_united_with_the_three_it_went_into():
    one = united("2584R001")
    assert one.parts["2025"] == ("2584R002", "2584R006", "2584R013")
    assert one.parts["2020"] == ("2584R001", *one.parts["2025"])
    assert united("2584R006") == one


def test_levels_without_a_key_have_no_unions():
    assert unions(levels()["municipality"]) == ()

"""Each district is a tile, none on another, whether somebody placed it or not."""

from demo.places import PLACES as DEMO
from referrals.matching.tiles import SIDE, drawn
from referrals.matching.tiles.places import PLACES


def test_no_two_stand_in_one_place():
    for place in DEMO:
        districts = [d for team in place.teams for d in place.districts(team)]
        tiles = drawn(dict.fromkeys(districts, 1)).tiles
        assert len({(tile.x, tile.y) for tile in tiles}) == len(districts)
        assert set(districts) <= PLACES.keys(), "place it in tiles/places.py"


def test_what_nobody_placed_stands_below():
    found = drawn({"EH6": 1, **{f"ZZ{n}": n for n in range(8)}})

    assert len({(tile.x, tile.y) for tile in found.tiles}) == 9
    assert found.tiles[0].district == "EH6"
    assert found.height == 3 * SIDE + 16


def test_a_place_without_districts_has_no_map():
    assert drawn({}).tiles == []


def test_the_shade_never_says_more_than_the_number():
    counts = [
        tile.shade for tile in drawn({"LU1": 0, "LU2": 1, "LU3": 4, "LU4": 9}).tiles
    ]

    assert sorted(counts) == [0, 1, 2, 3]

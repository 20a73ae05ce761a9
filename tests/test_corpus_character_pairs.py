from corpus.character_pairs import character_pairs, dice


def test_pairs_are_of_neighbours_and_a_text_of_one_character_has_none() -> None:
    assert character_pairs("粮食产量") == {"粮食", "食产", "产量"}
    assert character_pairs("aaa") == {"aa"}
    assert character_pairs("粮") == character_pairs("") == frozenset()


def test_dice_is_the_share_of_both_that_is_in_both() -> None:
    assert dice(character_pairs("粮食产量"), character_pairs("产量")) == 2 * 1 / (3 + 1)
    assert dice(character_pairs("产量"), character_pairs("产量")) == 1.0
    assert dice(frozenset(), character_pairs("产量")) == dice(frozenset(), frozenset()) == 0.0

from app.web.words import WORDS, ask, check, find, library, shell, source, trends

FILES = (ask, check, find, library, shell, source, trends)


def test_no_two_tabs_call_different_texts_by_one_name() -> None:
    keys = [key for file in FILES for key in file.WORDS]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_both_languages_have_the_same_slots_and_no_text_is_empty() -> None:
    for word in WORDS.values():
        slots = [{part.partition("}")[0] for part in text.split("{")[1:]} for text in (word.zh, word.en)]
        assert slots[0] == slots[1], word
        assert word.zh.strip(), word
        assert word.en.strip(), word


def test_what_the_script_sets_itself_is_there() -> None:
    assert [key for file in FILES for key in file.IN_SCRIPT if key not in WORDS] == []

from corpus.readers.grid import Cell, split_grid


def test_heads_alone_above_a_wide_cell_head_all_that_is_below() -> None:
    heads = [Cell("", 0, 0), Cell("收入", 0, 1), Cell("毛利率", 0, 2)]
    first = [Cell("分行业", 1, 0, columns=3), Cell("医药", 2, 0), Cell("16", 2, 1), Cell("38%", 2, 2)]
    second = [Cell("分产品", 3, 0, columns=3), Cell("染料", 4, 0), Cell("9", 4, 1), Cell("67%", 4, 2)]
    parts = split_grid([*heads, *first, *second])
    assert [(p.titles, p.header) for p in parts[-2:]] == [
        (("分行业",), ("", "收入", "毛利率")),
        (("分产品",), ("", "收入", "毛利率")),
    ]

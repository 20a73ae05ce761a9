"""What tells growth that is not that of the levels as written: at constant prices, or within a changed scope."""

import re

# 实际 says so only of the growth itself: 实际增长5%, but not 实际利用外资, 实际到位资金, 实际完成投资.
IS_REAL = re.compile(
    r"实际(?:年均|平均|同比|约|仅|只)*(?:增|减|降|升|涨|下降|下跌|上升|上涨|提高|降低|回落)|实际[)）]"
    r"|可比|不变价|扣除|剔除|口径|同比例|价格因素"
)

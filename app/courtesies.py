"""What is said to the program and asks nothing of the reports: greetings, thanks, farewells, assent, questions about itself.

In goes what was written, out comes a short reply, or None where anything else stands in it: 你好，去年产量是多少 is a question.
"""

import re
from collections.abc import Sequence
from typing import Literal

from app.answer import Answer
from corpus.figures.numerals import fold
from index.scope import Scope

# What wants an answer most goes first.
Courtesy = Literal["about", "farewell", "thanks", "greeting", "assent"]

# Longer than any courtesy, even one that consists of several (谢谢，再见).
_LONGEST = 60
_YOU = r"[你您](?:们|俩)?|问据"
_CAN = r"(?:都|究竟|到底)?(?:能|能够|可以|会|懂|知道|擅长)"
_WHAT = r"(?:些)?(?:什么|啥|哪些|干嘛|干啥)(?:东西|事情?|问题|方面|内容)?"
_CHINESE: dict[Courtesy, str] = {
    "about": (
        rf"(?:请|请问|那么?|所以)?(?:(?:{_YOU})(?:是|叫)(?:谁|什么|啥|哪[位个])(?:名字|东西|人)?|(?:{_YOU})贵姓|怎么称呼(?:{_YOU})?"
        rf"|(?:{_YOU})的名字(?:是什么|叫什么)?|(?:{_YOU})?(?:先)?(?:做个?)?(?:自我介绍|介绍(?:一下|下)?(?:{_YOU})?自己)(?:一下|下)?"
        rf"|(?:介绍|说明|讲讲|说说)(?:一下|下)?(?:{_YOU})(?:的功能|自己|的用法|怎么用)?"
        rf"|(?:{_YOU})(?:是不是|是)(?:一?个)?(?:真人|活人|人类?|机器人|机器|程序|软件|人工智能|大?模型|大?语言模型|智能助手|助手|客服|ai|chatgpt|gpt|deepseek|豆包|文心一言|通义千问|kimi)"
        rf"|(?:(?:{_YOU})|这里|这个|这|我){_CAN}(?:帮(?:助|我|我们|忙)?)?(?:我|我们)?(?:做|干|回答|解答|查|查询|问|提|用来做)?(?:{_YOU})?{_WHAT}"
        rf"|(?:能|能够|可以)(?:问|查|查询|提)(?:{_YOU})?{_WHAT}"
        rf"|(?:{_YOU})(?:都)?有(?:什么|哪些|啥)(?:功能|用处?|本[事领]|能力|用途|特长)|(?:有)?(?:什么|哪些)功能|有(?:什么|啥)(?:可以|能|好)问的"
        r"|(?:这个?|这里|它|系统|软件|网站|页面|工具|程序)?(?:要|应该|该)?(?:怎么|如何|怎样)(?:使用?|用|操作|提问|问问题?|问|开始)(?:你|您|它|问据|这个|这个(?:系统|软件|网站|工具|程序))?"
        r"|^(?:(?:使用|操作)?(?:帮助|说明书?|教程|用法)|使用(?:说明|方法|手册|指南)|帮(?:帮|一下|下)?我|帮帮忙|救命)$"
        r"|这是(?:什么|啥|哪里|哪儿?)(?:网站|软件|系统|工具|程序|地方|东西)?|问据(?:是什么|是啥|怎么用|是干什么的|是做什么的)|什么是问据"
        rf"|(?:{_YOU})是(?:做|干|用来做|用来干)(?:什么|啥|嘛)的?|(?:{_YOU})的?(?:数据|资料|答案|信息|数字|回答)(?:是)?(?:从|来自)?(?:哪里|哪儿|何处)(?:来的?)?"
        r"|(?:你|您|你们|您这|你这|资料库|库|这)(?:里|里面|中)?(?:一共|都|总共)?(?:有|收了|收录了)(?:哪些|什么|多少份?|几份)(?:报告|资料|文件|材料))"
    ),
    "farewell": r"再见了?|再会|拜拜了?|拜|回头见|回见|下次见|改天见|明天见|待会儿?见|告辞|走了|先走了|下线了|晚安|祝好|保重",
    "thanks": (
        r"(?:非常|十分|真是?|太|多|很|万分|衷心|特别)?(?:感谢|谢谢|谢|感激)(?:不尽|之至)?|(?:太|真是?)?(?:辛苦|麻烦|有劳|劳驾|费心|打扰|打搅)"
        r"|帮(?:了)?大忙|多亏(?:你|您)?"
    ),
    "greeting": (
        r"[你您](?:们)?好|大家好|各位好|老师好|早上?好?|[早午下上中晚]午?上?好|早安|午安|哈[喽啰罗]|嗨|嘿|喂|[您你]?在吗|[您你]?在不在|有人(?:在)?吗"
        r"|幸会|久仰|好久不见|最近好吗|最近怎么样|吃了吗|(?:新年|过年|春节|元旦|节日|中秋|国庆|周末|圣诞|生日|端午|元宵|劳动节)(?:好|快乐|愉快)|恭喜发财|打个招呼|hello|hi|hey"
    ),
    "assent": (
        r"(?:我)?(?:明白|知道|了解|清楚|懂|收到|理解)|好[的吧嘞呀啊哒]?|行|可以|嗯+|哦+|噢+|喔|哈+|呵+|嘻+|没事|没关系|没什么|不用|不客气|不谢|算|对的?|是的?|没错|原来如此"
        r"|(?:很|真|太|挺|非常|还)?(?:不错|好|棒|厉害|赞|给力|牛|可以|有用|方便|完美|优秀|聪明)|ok|okay|没问题|就这样|没有|试试|试一试|测试|测试一下|test"
    ),
}  # fmt: skip
_FILLER = rf"{_YOU}|大家|各位|老师|同志|朋友|先生|女士|小?助手|机器人|亲|请问|请|那么?|一下|[啊呀哦哈了啦呢吧哇嘛哟诶唉吗呵]|(?<=[你您们据])的|我的?|帮忙|帮助|回答|解答|指导|支持"
_FLAT_CHINESE = re.compile("|".join((*(f"(?P<{kind}>{pattern})" for kind, pattern in _CHINESE.items()), f"(?:{_FILLER})")))
_WHOLE_CHINESE = re.compile(rf"(?:{'|'.join((*_CHINESE.values(), _FILLER))})+")
_A = r"(?:an? |the )?"
_ENGLISH: dict[Courtesy, str] = {
    "about": (
        r"(?:(?:so|and|please|can you|could you|ok|okay) )*(?:who|what) (?:are|r) (?:you|u)|(?:who|what) is (?:this|wenju)(?: (?:site|page|program|tool|thing|for|about))*|who am i talking to"
        r"|what(?: is|s) your (?:name|purpose|function|job)|do you have a name|(?:please )?(?:introduce yourself|tell me about yourself|describe yourself|explain yourself)"
        rf"|are (?:you|u) {_A}(?:real |human |large |language )*(?:ai|bot|chatbot|robot|human|person|machine|program|model|assistant|chatgpt|gpt|llm|real|there|alive)(?: being| person| model)?"
        r"|what (?:can|do|could|will|would) (?:you|u|this|it|wenju) (?:do|answer|know|offer|help(?: me)? with|tell me)(?: for me| about)?|what (?:all )?(?:can|could|should|may|do) (?:i|we|one) (?:ask|do|search|find|try|say|type)(?: (?:you|here|about|with this|with you))*"
        r"|what (?:kinds? of |sorts? of |types? of )?questions (?:can|could|should|may|do) (?:i|we|you) (?:ask|answer|take)(?: you| here)*|what are (?:you|your) (?:able to do|capable of|features|functions|capabilities|skills|limits)"
        r"|how (?:can|could|will|would) (?:you|this|it|wenju) help(?: me| us)?|can you help(?: me| us)?(?: please)?|^(?:please )?(?:i need |i want )?help(?: me| us)?(?: please)?$|how (?:do|does|can|should|would|could) (?:i|we|one|this|you|wenju) (?:use|work|start|begin|ask|get started|operate)(?: (?:this|it|you|wenju|questions|a question|here))*"
        r"|how to (?:use|ask|start|begin)(?: (?:this|it|you|wenju|questions|a question|here))*|instructions?|manual|usage|user guide|menu|getting started|where (?:do|does|is) (?:your|the) (?:data|answers|information|figures|numbers) (?:come )?from"
        r"|(?:what|which|how many) (?:reports|documents|files|sources) (?:are there|do you have|are in the (?:store|library)|have you got|do you know)"
    ),
    "farewell": r"(?:good ?)?bye(?: ?bye)?|goodbye|see (?:you|ya|u)(?: (?:later|soon|tomorrow|again|around|next time))?|farewell|take care|so long|cheerio|good night|have a (?:good|nice|great) (?:day|one|evening|weekend|night|time)|later|ciao",
    "thanks": r"(?:many |much )?thanks(?: (?:a lot|a million|a bunch|so much|very much|again|anyway))*|thank (?:you|u|ya)(?: (?:so much|very much|a lot|again|kindly|anyway|indeed))*|thx|ty|tysm|cheers|much obliged|(?:i|we) (?:really )?appreciate (?:it|that|this)|(?:much|greatly) appreciated|grateful",
    "greeting": r"hello(?: hello)*|hi+|hey+|hiya|howdy|yo|greetings|welcome|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|how (?:are|r) (?:you|u)(?: (?:doing|today|doing today))?|how(?: is|s) it going|what(?: is|s) up|sup|how do you do|nice to meet you|pleased to meet you|is (?:anyone|anybody|someone) (?:there|here)|anyone there|(?:happy|merry) (?:new year|christmas|holidays|birthday|weekend)",
    "assent": r"ok|okay|k|got it|i see|i understand|understood|noted|alright|all right|sure|fine|right|yes|yeah|yep|yup|no|nope|nah|(?:very |so |really |pretty )?(?:good|great|nice|cool|awesome|perfect|excellent|amazing|wonderful|helpful|useful|impressive|interesting|clever|smart)|well done|good job|never ?mind|no problem|no worries|that(?: is|s) (?:all|it|fine|ok|okay|great|good|right|enough)|makes sense|will do|test|testing|done",
}  # fmt: skip
_FILLER_ENGLISH = r"there|all|everyone|everybody|guys|folks|team|friend|sir|madam|dear|wenju|assistant|oh|ah|wow|haha|hmm|well|and|so|then|please|for|your|the|help|time|answer|answers|it|that|this|you|again|now|today|my|to|much|very|lol"
_FLAT_ENGLISH = re.compile(
    "|".join((*(rf"\b(?P<{kind}>{pattern})\b" for kind, pattern in _ENGLISH.items()), rf"\b(?:{_FILLER_ENGLISH})\b"))
)
_WHOLE_ENGLISH = re.compile(rf"(?:(?:{'|'.join((*_ENGLISH.values(), _FILLER_ENGLISH))})(?: |$))+")
_NO_WORD = re.compile(r"[\W_]+")
_APOSTROPHE = re.compile(r"['’](?=s\b)")
_HAN = re.compile("[一-龥]")

_REPLIES: dict[Courtesy, tuple[str, str]] = {
    "about": (
        "问据只回答资料库里的报告说了什么：每个数字都附报告的原句，报告没有说的，会直接说没有。"
        "可以问某地某年的一个数，问几年的变化、两项的差和占比，也可以问谁、哪些、为什么，再接着追问。"
        "核对稿子用“核对数据”（wenju check），看一个指标的历年数值用“趋势”（wenju trend），看收了哪些报告用“资料库”（wenju list）。",
        "Wenju answers what the reports of its library say, every figure with its sentence; what they do not say, you are told plainly. "
        "Ask for a figure of a place and a year, for several years, for a difference or a share, or ask who, which and why, and follow up. "
        "To check a draft there is Check (wenju check), for a measure over the years Trends (wenju trend), for the reports there are Library (wenju list).",
    ),
    "greeting": (
        "您好。请问一件报告里的事：某地某年的一个数、几年的变化，或者谁、哪些、为什么，例如“去年粮食产量是多少？”。",
        "Hello. Ask for something that the reports say: a figure of a place and a year, several years, or who, which and why, "
        'as in "What was the grain output last year?"',
    ),
    "thanks": ("不客气。还可以接着问。", "You are welcome. Go on asking if there is more."),
    "farewell": ("再见。", "Goodbye."),
    "assent": ("好的。还可以接着问。", "All right. Go on asking if there is more."),
}


def is_courtesy(text: str) -> bool:
    """Tell what is said to the program and asks nothing of the reports."""
    return courtesy_of(text) is not None


def courtesy_of(text: str) -> Courtesy | None:
    """Return which courtesy a text consists of; of several the one that wants an answer most."""
    if len(text) > _LONGEST:
        return None
    chinese = _HAN.search(text) is not None
    flat = _NO_WORD.sub("" if chinese else " ", _APOSTROPHE.sub("", fold(text).lower())).strip()
    whole, single, kinds = (_WHOLE_CHINESE, _FLAT_CHINESE, _CHINESE) if chinese else (_WHOLE_ENGLISH, _FLAT_ENGLISH, _ENGLISH)
    if not whole.fullmatch(flat):
        return None
    found = {match.lastgroup for match in single.finditer(flat)}
    return next((kind for kind in kinds if kind in found), None)


def reply_to(text: str) -> Answer | None:
    """Return the reply to a courtesy: an abstention that says what can be asked and cites nothing; None for a question."""
    kind = courtesy_of(text)
    if kind is None:
        return None
    chinese, english = _REPLIES[kind]
    return Answer(text, chinese if _HAN.search(text) else english, True, Scope(), (), (), 0.0, courtesy=True)


def without_courtesies(questions: Sequence[str]) -> tuple[str, ...]:
    """Return the questions of a conversation that others may follow."""
    return tuple(question for question in questions if not is_courtesy(question))

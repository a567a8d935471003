"""CJK radicals -> the characters that they look like.

Programs that print to PDF map some glyphs to the blocks Kangxi Radicals (U+2F00, ⼀) and CJK Radicals Supplement (U+2E80,
⻅) instead of the characters that were typed. NFKC folds the first block and three of the second; the other pairs are
those of the Unicode file EquivalentUnifiedIdeograph.txt for radicals that simplified text has.
"""

from __future__ import annotations

import re
import unicodedata

_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺋卩⺌小⺍小⺎尢⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺪疋⺫目⺬示"
    "⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳罓⺵羊⺶羊⺷羊⺸羊⺹老⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅"
    "⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SIMPLIFIED = {"戶": "户", "靑": "青"}  # NFKC gives forms that simplified text has not
RADICALS: dict[int, str] = {code: _SIMPLIFIED.get(mark, mark) for code, mark in _KANGXI.items()} | {
    ord(_SUPPLEMENT[at]): _SUPPLEMENT[at + 1] for at in range(0, len(_SUPPLEMENT), 2)
}
"""A table for ``str.translate``: one character for one."""

_ANY = re.compile("[\u2e80-\u2fd5]")


def unradical(text: str) -> str:
    """A text with characters in place of radicals, of the same length."""
    return text.translate(RADICALS) if _ANY.search(text) else text

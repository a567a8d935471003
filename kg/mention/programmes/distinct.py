"""What tells one programme from another: whether the words before a head make a name or only say the area of work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.words import cut

# Words that do not distinguish one mechanism from another.
_GENERIC = frozenset("""
相关 各项 有关 一系列 工作 长效 常态 常态化 体制 基本 配套 各类 重点 主要 重要 新 全面 综合 系统 科学 完善 健全
有效 现代 统一 规范 制度 机制 体系 管理 建设 协同 联动 协调 保障 运行 责任 协作 配合 改革 发展 政府 我们 进行
深层次 高水平 新模式 方面 领域 部门 单位 日常 具体 规章 规章制度 内部 各 等 的 和 及 与 化 之 性 各单位 专项 重大 地方
本 该 其 这 一 不 了 多 大 小 高 好 更 更加 加快 推进 深化 推动 服务 治理 监督 专业 先进
""".split())
# Areas of work that every report speaks of.
_AREAS = frozenset("""
依法行政 行政执法 执法 执法监督 法治 法治政府 政府 普法 依法治理 行政 依法 监督 社会治理 政务服务 营商环境
""".split())


def distinguishes(modifier: str, special: bool = False, concrete: bool = False) -> bool:
    """Whether the words before a head tell one programme from another: three characters of content.

    Two of them must say more than the area of work: 依法行政制度体系 is all of it, 行政执法评议体系 is a thing.
    A platform is a thing whatever it is for. Before a head that begins with 专项 two are enough: 法治专项巡察 is a
    campaign, 法治机制 is anything.
    """
    if _coined(cut(modifier)):
        return True
    words = [word for word in cut(modifier) if word not in _GENERIC]
    content = sum(map(len, words))
    own = sum(len(word) for word in words if word not in _AREAS)
    return content >= 2 if special else content >= 3 and (concrete or own >= 2)


def _coined(words: Sequence[str]) -> bool:
    """Whether a blend that no dictionary knows stands among the words: 府院, 述法, 林长. It was made for this thing."""
    return any(
        len(one) == len(other) == 1 and not {one, other} & _GENERIC and not _LINKING.search(one + other)
        for one, other in pairwise(words)
    )


# Characters that stand alone in any phrase.
_LINKING = re.compile(
    "[一二三四五六七八九十百千万两各每全新老大小多少高低上下内外前后中间有无为以在对向从由将被把让使与和及或等的之其该本此不未非个项类级次年月日区"
    "县市省乡镇村街国家人员事务权责质量化性型度率费税岗位线点面块片促享扩增减提降保稳强优建设用力抓做办好推进行实施开展再更最可能应须需"
    "要]"
)

"""Words around a number that carry grammar: copulas, adverbs, verbs, generic heads. Closed classes of the genre."""

from __future__ import annotations

import re


def longest_first(words: str) -> str:
    """A regex alternation of words given between spaces, longest first."""
    return "|".join(sorted(set(words.split()), key=lambda word: (-len(word), word)))


# Between what is measured and its number: 办结率达99%, 网点扩充至12家.
COPULAS = (
    "分别为 分别达 分别达到 分别是 分别 均为 均达 均达到 均 都 已 已达 共 共计 合计 总计 累计 累计达 "
    "约 约为 近 超过 超 逾 达到 达 为 突破 高达 多达 "
    "实现 增至 增加到 增加至 增长到 增长至 扩充至 扩大至 扩大到 扩展至 扩展到 扩面至 拓展至 拓展到 升至 "
    "上升至 上升到 提升至 提升到 提高至 提高到 降至 下降至 下降到 降低至 降低到 "
    "压减至 压减到 压缩至 压缩到 缩短至 缩短到 缩小至 缩小到 缩减至 减少至 减少到 精简至 发展到 发展至 "
    "稳定在 保持在 控制在 维持在 不低于 不少于 不超过 不高于 仅 仅为 只有 有 共有 是 等 达成 跃升至 跃升到 "
    "年均 平均 平均为 平均达 至少 总数达 总量达 计 有力 稳步 大幅 扩至 均超 均超过 在 位居 居 ： 累计超 "
    "累计超过 始终保持 始终保持在 保持 接连 连续 预计 首次 首次超过 首次突破 已有 现有 整合为 调整为 "
    "由 将"
)
TRAILING = re.compile(rf"(?:{longest_first(COPULAS)}|连续[0-9]+年|每[百千万]?人|每月|每年|每人每月)+$")

# Before what is measured, telling nothing about it: times and scopes, whatever follows.
_SCOPES = (
    "今年 今年以来 去年 全年 年内 一年来 近年来 五年 五年来 近五年 期间 目前 截至目前 截止目前 累计 共计 "
    "总共 其中 含 另外 此外 同时 先后 陆续 "
    "全市 全区 全县 全省 全州 全国 全镇 全街道 全旗 全乡 全系统 全局 我市 我区 我县 我省 我镇 我街道 "
    "我局 本市 本区 本县 本局 该市 该区 "
    "现有 现 目前共 上半年 下半年 前三季度 一季度 当年 本年度 本年 合计 总计 每年 每月 每季度 预计 "
    "确保 争取 力争 将"
)
# Adverbs, only before a verb of work (成功办理, but 成功率), and not where a rate follows (按期办结率).
_ADVERBS = (
    "积极 认真 深入 扎实 全面 依法 及时 有效 成功 持续 大力 高效 严格 不断 集中 有序 全力 主动 圆满 顺利 "
    "稳步 切实 广泛 首批 常态化 "
    "按期 按时 多次 进一步 平均 共 已 已经 并 还 又 且 也 均 新 现 即 首次"
)
_DATE = (
    r"(?:截至|截止|自|从|到|至)?(?:(?:20|19)[0-9]{2}年(?:度|以来|来|底|末|初)?|[0-9]{1,2}月(?:份"
    r"|底|末)?(?:[0-9]{1,2}日)?"
    r"|“?十[二三四五]五”?(?:时期|期间|以来|末))(?:以来|期间|至|，)?"
)
# Verbs that say nothing about what is measured; others (走访企业, 审结案件) distinguish and stay in the name.
_LIGHT = (
    "组织开展 开展了 开展 完成了 完成 形成了 形成 实现 落实 组织 推进 推动 做好 有 共有 进行 明确 现有 拥有 达成 取得 "
    "上报 包含 包括 涵盖 获得 办好"
)
LIGHT = re.compile(rf"^(?:{longest_first(_LIGHT)})(?=[\u4e00-\u9fff“■])")

# Verbs of work. A noun behind one of these is its object; in a 、-list the first verb holds for all items.
VERBS = longest_first(
    "审结 办理 办好 办结 受理 走访 清理 审查 合法性审查 备案审查 审核 备案 解答 化解 调解 调处 处置 处理 查处 "
    "立案 核查 检查 抽查 排查 整改 整治 督办 督查 督导 评查 评估 反馈 认领 公开 发布 公布 印发 "
    "出台 制定 修订 修改 废止 编制 编印 出具 举办 召开 组织 培训 培育 培养 引进 任命 聘请 聘任 选聘 选派 "
    "选任 配备 新增 新建 新设 新收 收到 接收 接待 接听 提供 服务 帮扶 援助 指派 发放 派发 兑付 "
    "兑现 减免 追回 挽回 涉及 覆盖 惠及 吸引 参与 建立 建成 建设 打造 创建 设立 成立 组建 搭建 推出 推广 "
    "梳理 归集 汇聚 录入 上线 开通 下放 划转 赋权 承接 取消 精简 压减 压缩 减少 增加 开展 完成 "
    "形成 实现 落实 推进 推动 明确 纳入 列入 上报 报送 提交 提出 提请 签订 签约 签署 作出 做出 下达 制发 "
    "发出 约谈 通报 问责 移送 移交 起诉 应诉 纠正 纠错 撤销 维持 驳回 执行 处罚 罚款 没收 查封 治理 "
    "扣押 收缴 抓获 破获 打掉 侦破 侦办 拆除 改造 完善 健全 修复 投入 安排 争取 下拨 拨付 培植 招引 招收 "
    "招聘 开工 竣工 投产 认定 评选 命名 集中评查 线上评查 开设 设置 布设 安装 采集 推送 转办 交办 "
    "撰写 编写 起草 编发 刊发 宣传 宣讲 普法 巡查 巡察 巡回 监测 预警 研判 论证 听证 征集 征求 采纳 吸纳 "
    "答复 回复 回访 回应 导入 引导 联合 跟踪 化解率 撤回 撤诉 执结 清退 注销 吊销 登记 颁发 换发 发展 "
    "确定 选取 选出 随机抽取 抽取 开庭 运送 运输 接诉 摸排 评议 评审 参加 动员 发动 集聚 拥有 获得 取得 "
    "入驻 招录 招募 支持 资助 补助 奖励 救助 帮助 调撤 出庭 参训 考核 测试 核发 核准 审批 许可 关停 退出 "
    "发现 认证 筹措 淘汰 更新 供应 落实"
)
LEADING = re.compile(
    rf"^(?:{_DATE}|(?:{longest_first(_SCOPES)})(?=[\u4e00-\u9fff■“])"
    rf"|(?:{longest_first(_ADVERBS)})(?=(?:{VERBS})(?!率|[\u4e00-\u9fff]{{0,2}}率$)|有)"
    r"|在[^，]{2,20}?(?:范围内|领域内|方面|期间|基础上|工作中|过程中|活动中)|[一二三四五六七八九十]是|的|、|和(?![美谐平解睦])|及(?!时)|与(?!会)"
    r"|[0-9]{1,2}\.|（[一二三四五六七八九十0-9]+）)+"
)
LAST_VERB = re.compile(VERBS)
# 和 of two verbs: 修改或废止规章, 受理、办结案件.
LEAD_VERB = re.compile(rf"^(?:(?:{VERBS})(?:或者?|和|并|及|、)?){{1,3}}")
ENDS_VERB = re.compile(
    rf"(?:{VERBS}|审理|维护|联系|建|开|办|对|为|向|给|在|把|将|从|由|于|中的)(?:了|过|出|起|好)?(?:全[省市区县州镇]"
    rf"|各类|各级|辖区|一批)?$"
)

# Behind a number a predicate ends the noun: 18个街道|实现全覆盖. 在线, 对外, 为民 … are words of their own.
_PREDICATES = (
    "开展 进行 实行 实施 实现 予以 提供 建立 成立 完成 纳入 列入 参加 参与 入选 入围 通过 达到 由 "
    "于 已 均 全部 率先 累计 全覆盖 投入 建成 落地 上线 入驻 签约 签订 现场 并 用于 得到 成为 推行 "
    "推动 组建 "
    "配备 设立 设置 落实 接受 享受 受益 受到 开工 投用 投产 运行 启动 获 取得 涉及 分别 召开 举行 接入 "
    "覆盖 常态化 全面 依法 及时 有效 按期 按时 同步 逐一 逐个 统一 组织 制定 出台 发布 编制 完善 "
    "采取 运用 "
    "打造 探索 形成 深化 牵头 联动 协同 联合 顺利 正式 稳定 持续 先后 陆续 同比 比 较 占 其中 作出 挂牌 "
    "建设完成 全流程 免费 集成 下沉 整体 全链 年度 进驻 办理 定期 首次 缔结 保供 减免 免予 不予 派驻 挽回 追回 化解 "
    "加快 加速 稳步 有序 逐步 相继 纷纷 晋级 晋升 跻身 进入 喝上 住上 搬进"
)
PREDICATE = re.compile(
    rf"{longest_first(_PREDICATES)}|(?<![医公])共(?![建享同管治性富青体])|(?<![发到直表传可通抵])达(?!标|人)|与(?!会)"
    rf"|(?<!对)集中|(?<!没)用上|提[能质档级](?:升级|增效|扩面|提速)(?=[，。；、]|$)|居(?=[全各]|世界|首位|第|前)|(?<![纵横方走面定])向(?!好)|(?<!相)对(?!外|口|象|接|标|内|手)|(?<![行作认成])为(?!民|企|农|老|主|期|侨)"
    rf"|在(?!线|建|职|校|编|册|岗)|被(?!征|告|申)|到(?!位|期|岗)|将|把|让|使|从(?!业)|比(?!例|重"
    rf"|赛)"
)
_NOUN_AFTER = re.compile("(?:方案|意见|细则|办法|情况|主体|计划|制度|机制|系统|平台|案例|中心|应用|率|单|书|证|点)")

# Heads so general that the name needs the predicate too: 6个领域 (建立协作机制领域).
GENERIC_HEAD = re.compile(
    "^[\u4e00-\u9fff]{0,2}(?:领域|方面|街道|乡镇|镇街|镇|乡|部门|单位|企业|村|社区|区|县|市|项目"
    "|事项|人|商户|成员单位|地区|机构|行业|问题|任务|举措|措施|案件|家|户|点|个|国家|职能部门"
    "|省份|城市|园区|站点|环节|类|场景|方案|系统|指标)(?:（[^（）]*）)?$"
)
# What structures a text or a calendar is not measured: 从3个方面, 2个工作日.
NOT_MEASURED = re.compile(
    "方面|维度|层面|阶段|环节|月|工作日|小时|季度|年度|年头|星期|字|原则|意识|自信|维护|确立|务必"
    "|百分点|坚持|结合|关键|重点方面|一批|不|到位|层次|步骤|角度|以上|以下|以内|左右|全会|会议|方向"
    "|台阶|五年|(?:制度|关口|梯队|台阶)$"
)


def predicate_at(text: str) -> int:
    """Where the predicate begins in what follows a number, or the length of the text.

    >>> predicate_at("街道实现一网通办")
    2
    """
    for match in PREDICATE.finditer(text):
        if match.start() >= 1 and not _NOUN_AFTER.match(text, match.end()):
            return match.start()
    return len(text)

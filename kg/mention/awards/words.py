"""Words that tell of awards: verbs by their result, nouns of honour, and what undoes both."""

from __future__ import annotations

import re

VERBS = re.compile(
    r"(?P<won>获评选?为?|荣获|喜获|斩获|摘得|摘取|夺得|勇夺|荣膺|捧[得回]|获颁|荣立|评选?为|评定为"
    r"|命名(?:表彰)?为|(?:通报)?表[彰扬]为|(?<!获)获?授予|获授|蝉联|荣获批?)"
    r"|(?P<selected>入选|选入|上榜|荣登|登上|入列)"
    r"|(?P<shortlisted>入围)"
    r"|(?P<candidate>争创|参评|提名)"
    r"|(?P<weak_won>获得|获(?!得|取|批|评|益|利|知|悉|救|准|胜|刑|赔|选|授|颁|提|认)|取得|得到|受到"
    r"|获?认定为|创建(?:成(?!功))?为?(?!成功)|创成|通过(?=[^，]{4,40}(?:[市县区旗镇村点]|单位)复[核审查检评]$)|(?<!创)建成|评选出?|认定(?!发布|公布|和|或|标准|程序))"
    r"|(?P<weak_selected>列[入为]|(?<!增)选为|选树为|纳入|确定(?:(?:我|本)[省市区县旗州厅局])?为|确认为|遴选为|作为|当作|跻身|承担了?|承接(?=[^，]{4,30}试点)|收录(?:于|入|进)?"
    r"|获批(?:为|成为|创建|建设|开展)?|成为|认定发布|认定公布)"
    r"|(?P<weak_candidate>申报|推荐(?:为|申报|参评|参加)?|申请创建|争取创建|力争(?:高分|成功)?创建|(?:积极|加快"
    r"|全力|深入)创建|培育)"
)
# What may not follow a verb: the verb is part of a longer word or a relative clause (入选后, 获评的, 获得感).
NO_OBJECT = re.compile(
    r"的(?!“)|后|时|者|感|率|以来|情况|工作|活动|比例|数|不(?!动产)|了?[，。；]|$|要求|条件|材料|系统|流程|表$|人$"
)
NEGATED = re.compile(r"(?:未|没有?|不|尚未|不得|应|无|可|能|若|如|对|拟|有望|将|谋划|避免|一旦)(?:能|曾|被|再)?$")
WISH = re.compile(
    r"(?:力争|争取|确保|努力|奋力|全力|积极|加快|冲刺|推动|推进|持续|深入|深化)[^，]{0,8}$|(?:申报"
    r"|推荐)(?:参评)?$"
)
# 创建 alone is an effort; 成功创建, 累计创建 and a count tell that it came to something.
DONE = re.compile(r"成功|累计|新(?:增|创建)|已|共创建|[0-9一二三四五六七八九十]+(?:个|家|所|处|村)|先后|获|通过")
NOUN = (
    r"奖(?![励补惩学金罚])|称号|荣誉|示范|先进|优秀|十佳|十大|百佳|百强|典型|最佳|样板|标杆|模范|标兵|楷模"
    r"|先锋|品牌|五星|星级|[1-5]A|集体[一二三]等功|文明(?:单位|城市|村|校园|家庭|城区|县)"
    r"|案例|成果|试点|试验区|先行区|先导区|创新区|观测点|联系点|范例|名单|名录|目录|百县|百城|枫桥式"
    r"|民主法治|[一二三]等功|卫生(?:城市|县|镇|村)|园林城市|森林城市|无废城市|度假区|历史文化名[城镇村]|（?镇?村|优案|优品|培育对象|培育[名清]单|重点培育|揭榜挂帅”?项目|蓝皮书"
)
HONOUR = re.compile(NOUN)
# Weak verbs take plain goods too (列入重点项目): their objects need a level, an edition or a noun no plain good has.
SURE = re.compile(
    r"奖(?![励补惩学金罚])|称号|荣誉|十佳|十大|百强|最佳|标兵|模范|楷模|等功|优案|五星|枫桥式|文明(?:单位"
    r"|城市|村)"
)
PRAISE = re.compile(
    r"(?:通报表[扬彰]|通报肯定|督查激励|批示肯定|肯定性?批示|肯定|嘉奖|表彰(?:奖励)?|表扬|点名表扬|贺信"
    r")$"
)
DISGRACE = re.compile(
    r"问题|失信|负面|风险|违法|违规|黑名单|整改|任务|议程|预算|立法计划|清理|重要(?:内容|议事|指标)|必修"
    r"|重点内容|抓手|考核(?:指标|内容|体系|范围|结果|评价)?$|培训|评价体系|预警|收费|事项(?![^，]{0,8}试点$)|日常|重中之重"
    r"|头等|保障|机构改革|突破口|着力点|主抓手|管理范围|责任(?!制[^，]{0,4}(?:示范|先进|优秀))"
)
COUNTED_GIFT = re.compile(r"(?P<who>[^，]{2,40}?)等(?P<count>[0-9]+|[一二三四五六七八九十]+)[个家项处]")
# The object of the first verb holds a second one that governs the honour: 推荐两个村申报….
ANOTHER = re.compile(r"申报|参评|获评|入选|荣获|评为|创建成")
# One nurtures industries and lawyers too.
NURTURED = re.compile(r"示范|最佳|观测点|联系点|典型|民主法治|案例|样板|品牌项目|培育")
# 在全国推广 tells what others do with a practice: praise needs somebody that says it.
PASSIVE_PRAISE = re.compile(
    r"[被受获](?P<by>[^，作为]{2,24}?)(?P<praise>通报表[扬彰]|(?:录用)?刊发|点名表扬|通报肯定|督查激励)"
)
# A zone under its own customs or trade law is set up by the state; nobody wins one.
ZONE = re.compile(
    r"(?:自由贸易(?:试验区|区|港区?|账户)|自贸(?:试验)?区|自贸港|(?:综合)?保税区)"
    r"(?:[^，、]{0,4}(?:片区|扩区))?$"
)
# What is built and then works, unlike a title: 争创国家甲实验室.
FACILITY = re.compile(r"(?:中心|实验室|基地|枢纽|口岸|港|园区|院|大学|机场|平台|工程|项目|分支机构|分部)$")
TITLED = re.compile(r"示范|试点|先进|优秀|品牌|典型|样板|教育|普法|实践|科普|文明|特色|星级|最佳|标杆|模范|奖|百强|十佳")
PILOT = re.compile(
    r"试点(?:区|城区|省|县|市|镇|乡|村|城市|地区|项目|单位|街道|工作|任务|名单)*(?:（[^）]*）)?$|试验区$|先行区$"
    r"|先导区$"
)
# A title for places is won, though the verb says chosen: 入选国家甲示范县. A 示范区 may be a zone to be built.
PLACE_TITLE = re.compile(r"(?:示范|优秀|先进)(?:市|县|旗|村|镇|乡|社区|街道)(?:[（(][^（）()]*[）)])?$")
CANDIDATE = re.compile(r"培育(?:对象|名单|单位|项目)|重点培育|候选|提名|储备|推荐名单|创建单位|创建对象|创建名单")
# The subject of the clause before is this one's too: 并获…, 还入选….
RUNS_ON = re.compile("并|且|还|又|也|同时|再次")
PLACED = re.compile(
    r"(?P<contest>.{4,}?)(?P<rank>第(?P<number>[0-9]+|[一二三四五六七八九十]+)[名位]?"
    r"|前[0-9一二三四五六七八九十]+[名位强]?)"
)
CONTEST_CLAUSE = re.compile(
    r"(?:其中|同时)?在([^，]{4,40}(?:大赛|竞赛|比赛|评选|评比|评估|考核|考评|评查|测评|展演|督查"
    r"|活动))(?:活动)?[中上里]?"
)
GRADE = re.compile(
    r"(?:[^，、]{0,6}(?:[特一二三]等奖|[金银铜]奖|优秀奖|优胜奖|组织奖|第[0-9一二三四五六七八九十]+名?"
    r"|[冠亚季]军|优秀等?次?|先进(?:单位|集体|个人)|优秀(?:单位|等次|组织奖)|[好优]等次|通报表[扬彰]|满分|一等次"
    r"|(?:国家)?A+级?(?:以上)?))(?:的好?成绩)?$"
)

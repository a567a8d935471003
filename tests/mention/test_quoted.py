"""Names in quotation marks: which quotations name a programme, and which are figures of speech."""

import pytest
from invented import report_with

from kg.mention.programmes.find import find_programmes
from kg.vocabulary import vocabulary


def names(sentence: str) -> list[str]:
    return [mention.name for mention in find_programmes(report_with(sentence), vocabulary(programmes=False))]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("深化“云窗办”改革。", "“云窗办”改革"),
        ("开展“霜刃护苗”专项行动，整改问题36个。", "“霜刃护苗”专项行动"),
        ("健全“三色预检”机制。", "“三色预检”机制"),
        ("上线“稻香码”应用。", "“稻香码”应用"),
        ("打造“槐荫夜话”普法品牌。", "“槐荫夜话”普法品牌"),
        ("推行“云窗办”，办理事项120件。", "“云窗办”"),
        ("全面推广“云窗办”模式。", "“云窗办”模式"),
        ("“云窗办”入选全省优秀案例。", "“云窗办”"),
        ("以“云窗办”为抓手，规范执法。", "“云窗办”"),
        ("建立“8+2”培育推进机制。", "“8+2”培育推进机制"),
        ("落实助企“8+4”经济政策体系。", "助企“8+4”经济政策体系"),
        ("推行人民调解、行政调解、司法调解“三调联动”。", "“三调联动”"),
        ("启动“八五”普法。", "“八五”普法"),
        ("实施“败诉双下降”攻坚行动。", "“败诉双下降”攻坚行动"),
        ("开展打击整治“百日行动”，整改问题36个。", "打击整治“百日行动”"),
        ("落实茶叶安全“两个责任”。", "茶叶安全“两个责任”"),
        ("茶厂监管“一件事”、茶市监管“一件事”在全市推广。", "茶厂监管“一件事”"),
        ("迭代门户网站“政策速递”栏目。", "“政策速递”栏目"),
        ("茶山公安分局“云哨”茶路提醒系统推送信息73万条。", "“云哨”茶路提醒系统"),
        ("“茶小法”普法机器人走进校园。", "“茶小法”普法机器人"),
        ("开展“茶盾”系列应急演练56场。", "“茶盾”系列应急演练"),
        ("县茶业局“一窗通茶”案例入选全省优秀案例。", "“一窗通茶”"),
        ("“15分钟茶农服务圈”实现镇（街道）全覆盖。", "“15分钟茶农服务圈”"),
        ("推广“教科书式”执法和茶市告知承诺制。", "“教科书式”执法"),
        ("实施“六五”护茶规划和茶农素养提升行动。", "茶农素养提升行动"),
        ("推进茶厂、茶市等18个监管“一件事”落地。", "监管“一件事”"),
        ("深化“大一统”行政执法改革中派驻人员日常管理。", "“大一统”行政执法改革"),
        ("开展“茶乡·民法典相伴”主题宣传和茶农宣传周活动。", "“茶乡·民法典相伴”主题宣传"),
        ("组织“茶乡大篷车”深入各乡镇巡回宣讲62场。", "“茶乡大篷车”"),
        ("选派“茶小二”135名。", "“茶小二”"),
        ("严格落实规范性文件“三审一备”制度。", "规范性文件“三审一备”制度"),
        ("依托“茶乡服务2.0平台”办理事项1.26万件。", "“茶乡服务2.0平台”"),
        ("推动“一山四园一茶亭”高效运转。", "“一山四园一茶亭”"),
        ("宣城市宣州区“茶调通”、六安市裕安区“田园e站”等6个应用列入项目。", "宣城市宣州区“茶调通”"),
        ("推出“律师驻楼”计划，服务96家企业。", "“律师驻楼”计划"),
        ("在茶市试行商户“红黄绿”三色管理。", "商户“红黄绿”三色管理"),
        ("“茶乡公证”小程序办理“零跑腿”公证1.6万件。", "“零跑腿”"),
    ],
)
def test_a_quotation_that_is_a_name(sentence, name):
    assert name in names(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "打通服务群众“最后一公里”。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "抓住领导干部这个“关键少数”。",
        "牵住改革“牛鼻子”。",
        "编制“十四五”规划。",
        "坚持“谁执法谁普法”的原则。",
        "解决“看病难”问题。",
        "全力打造“一带一路”。",
        "当好法治建设“排头兵”。",
        "推动事项“放得下、接得住、管得好”。",
        "涵养城市“烟火气”。",
        "推进“一茶多证”、“一茶多补”问题整改。",
        "落实意见（皖政办发〔2023〕27号），成效显著。",
        "落实“第一责任人”职责。",
        "紧扣“三个定位”不动摇。",
        "深化“四个融入”。",
        "以“八茶战略”为统领。",
        "“新三宝”出口规模达3亿元。",
        "“王某诉甲县某局许可案”获评典型案例。",
    ],
)
def test_a_figure_of_speech_is_none(sentence):
    assert names(sentence) == []


def test_a_row_of_quotations_gives_a_name_each():
    found = names("推行“云窗办”“霜刃查”“三色检”等机制。")
    assert len(found) == 3
    for core in ("云窗办", "霜刃查", "三色检"):
        assert any(core in name for name in found)


def test_straight_and_mistyped_marks_do_as_well():
    for marks in ('""', "””", "＂＂", "「」"):
        assert names(f"深化{marks[0]}云窗办{marks[1]}改革。") == ["“云窗办”改革"]


def test_a_quotation_over_a_line_end():
    assert names("深化“云窗\n办”改革，优化营商环境。")[:1] in (["“云窗办”改革"], [])
    wrapped = "深化全县范围内行政审批制度的“云窗\n办”改革，优化营商环境。"
    assert "“云窗办”改革" in " ".join(names(wrapped))


def test_the_subject_of_trouble():
    report = report_with("一是“云窗办”监管走形式仍未杜绝。二是“重审批轻监管”现象仍有发生。", "一、存在的问题")
    assert [mention.name for mention in find_programmes(report, vocabulary(programmes=False))] == ["“云窗办”"]


def test_a_bare_quotation_gets_the_full_name_that_the_report_gives_elsewhere():
    assert names("深化“云窗办”改革。推广“云窗办”。") == ["“云窗办”改革"] * 2
    both = names("开展“两清一查”专项整治。实施“两清一查”提能工程。推进“两清一查”。")
    assert both == ["“两清一查”专项整治", "“两清一查”提能工程", "“两清一查”"]


def test_a_programme_that_an_award_quotes_is_run():
    report = report_with("3个案例入选全国“高效办成一件事”典型案例。")
    from kg.gazetteer import gazetteer
    from kg.mention import find_mentions

    assert "高效办成一件事" in [m.name for m in find_mentions(report, vocabulary(), gazetteer()).programmes]

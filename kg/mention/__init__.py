"""Report -> Mentions: what stands in the text, found by gazetteer, vocabulary, quotation marks, 《》 and grammar."""

from __future__ import annotations

import re

from kg.gazetteer import Gazetteer
from kg.mention.awards import find_awards
from kg.mention.bodies import find_bodies
from kg.mention.documents import find_documents
from kg.mention.places import find_places
from kg.mention.programmes import find_programmes, find_pursued
from kg.mention.quantities import find_quantities
from kg.model import DocumentMention, Mentions, Report
from kg.vocabulary import Vocabulary

__all__ = ["find_mentions"]

# A pilot won, a title applied for: an honour and something that the place runs at once.
_ALSO_RUN = frozenset(("pilot", "candidate"))
_CAMPAIGN = re.compile(
    r"^“[一二三四五六七八九]五”普法规划$|(?:行动|(?:行动|提升|培育|帮扶|增收|倍增|支持|促进)计划)(?:（[^（）]*）)?$"
)
_CARRIED_OUT = re.compile(r"实施[\u4e00-\u9fff“]{0,4}$")


def _is_campaign(document: DocumentMention, report: Report) -> bool:
    """实施甲三年行动计划, 制定实施乙增收计划: a plan that is carried out is a campaign too, and so is a “护企十条”."""
    if document.rule == "phrase-quoted":
        return True
    before = max(0, document.start - 8)
    carried = document.relation == "implemented" or _CARRIED_OUT.search(report.text, before, document.start)
    return bool((carried or document.name.endswith("普法规划")) and _CAMPAIGN.search(document.name))


def find_mentions(report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Mentions:
    """All mentions of a report. What is a document's or an award's name is no programme; a count of awards no figure."""
    documents = find_documents(report, vocabulary, gazetteer)
    awards = find_awards(report, vocabulary, gazetteer)
    titles = [document for document in documents if not _is_campaign(document, report)]
    won = [award for award in awards if award.result not in _ALSO_RUN]
    programmes = find_programmes(report, vocabulary, titles, won)
    pursued = find_pursued(report, awards, programmes)
    return Mentions(
        places=find_places(report, gazetteer, documents),
        programmes=tuple(sorted([*programmes, *pursued], key=lambda mention: (mention.start, mention.end))),
        awards=awards,
        bodies=find_bodies(report, vocabulary, gazetteer),
        documents=documents,
        quantities=find_quantities(report, vocabulary, gazetteer, [(award.start, award.end) for award in awards]),
    )

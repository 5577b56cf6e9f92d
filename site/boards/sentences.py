"""The answer, in whole sentences: what a board's page says before any number.

Each sentence is written in full in both languages, and names stand after a colon, because a Welsh name inside a sentence
would have to mutate. A share in words is as near as its band: the number stands right below.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from boards.reports import RegionReport
from people.models import Sector


def answer(report: RegionReport) -> list[str]:
    """The page's heading: how many are in date, who is furthest behind, whom we cannot see."""
    return [sentence for sentence in (share(report), furthest_behind(report), unseen(report)) if sentence]


def share(report: RegionReport) -> str:
    """How many of those we can see are in date."""
    if report.whole.people == 0:
        return _("No agency here has supplied its people yet.")
    if report.whole.percent is None:
        return _("There are too few people here to show a figure without giving somebody away.")
    bands = {
        100: _("Everybody we can see is in date."),
        93: _("Nearly everybody we can see is in date."),
        87: _("About nine in ten of the people we can see are in date."),
        82: _("More than four in five of the people we can see are in date."),
        77: _("About four in five of the people we can see are in date."),
        72: _("About three in four of the people we can see are in date."),
        63: _("About two in three of the people we can see are in date."),
        57: _("About three in five of the people we can see are in date."),
        45: _("About half of the people we can see are in date."),
        37: _("About two in five of the people we can see are in date."),
        29: _("About one in three of the people we can see are in date."),
        22: _("About one in four of the people we can see are in date."),
        17: _("About one in five of the people we can see are in date."),
        6: _("Fewer than one in five of the people we can see are in date."),
        1: _("Hardly anybody we can see is in date."),
        0: _("Nobody we can see is in date yet."),
    }
    percent = report.whole.percent
    return next(sentence for least, sentence in bands.items() if percent >= least)


def furthest_behind(report: RegionReport) -> str:
    behind = report.furthest_behind()
    if behind is None:
        return ""
    row, group = behind
    return _("Furthest behind: %(agency)s, Group %(group)s.") % {"agency": row.name, "group": group}


def unseen(report: RegionReport) -> str:
    """Whom the figures leave out: expected agencies that supply nobody."""
    if report.whole.people == 0:
        return ""
    sectors = {row.sector for row in report.unknown}
    if sectors == {Sector.GENERAL_PRACTICE}:
        return _("We cannot see GPs.")
    if sectors == {Sector.GENERAL_PRACTICE, Sector.INDEPENDENT}:
        return _("We cannot see GPs or independent providers.")
    number = len(report.unknown)
    if not number:
        return ""
    return ngettext(
        "%(number)s expected agency supplies nobody, so we cannot see its people.",
        "%(number)s expected agencies supply nobody, so we cannot see their people.",
        number,
    ) % {"number": number}


def where(report: RegionReport) -> str:
    """The heading of the table: the group, or groups, with the smallest published share, where the groups differ."""
    shares = {
        group: percent for group in report.groups if (percent := report.published.figure("", group).percent) is not None
    }
    if len(set(shares.values())) < 2:
        return _("In date, by agency and group")
    lowest = [group for group, percent in shares.items() if percent == min(shares.values())]
    if len(lowest) > 1:
        return _("Lowest share in date: Groups %(groups)s") % {"groups": ", ".join(lowest)}
    return _("Lowest share in date: Group %(group)s") % {"group": lowest[0]}

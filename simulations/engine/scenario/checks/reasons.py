"""Why something can never happen: the words, in English and in Welsh."""

from typing import TypeAlias

Reason: TypeAlias = tuple[str, str]

NEVER_OPENS = (
    "there is no phase with the agenda opening to count from",
    "nid oes cam â'r agenda opening i gyfrif ohono",
)
TWO_PHASES = ("two phases are never on at once", "nid yw dau gam byth ymlaen ar yr un pryd")
OVER_BY_THEN = (
    "the phase it names is over before the rest can be so",
    "mae'r cam y mae'n ei enwi ar ben cyn y gall y gweddill fod yn wir",
)
OPPOSITES = ("it asks for a thing and its opposite", "mae'n gofyn am rywbeth a'i wrthwyneb")
SHARED_AND_NOT = ("a fact cannot be shared and unshared", "ni all ffaith fod wedi'i rhannu a heb ei rhannu")
ANOTHER_CHOICE = ("a question is answered with one choice only", "ag un dewis yn unig yr atebir cwestiwn")
NOT_WITHHELD = ("the fact is withheld from nobody", "nid yw'r ffaith yn cael ei chadw oddi wrth neb")
NOBODY_TO_HEAR = (
    "nobody from whom the fact is withheld can be there",
    "ni all neb y cedwir y ffaith oddi wrtho fod yno",
)
HOLDS_NOTHING = ("that seat holds no facts", "nid yw'r sedd honno'n dal unrhyw ffaith")
NEVER_THERE = (
    "it needs a seat that starts outside and that no inject lets arrive",
    "mae angen sedd sy'n dechrau y tu allan ac nad oes mewnosodiad yn ei gadael i mewn",
)
NO_TABLE = ("no phase is held at the table", "nid oes cam wrth y bwrdd")
NOT_THEN = ("nothing is shared in that phase", "ni rennir dim yn y cam hwnnw")
TOO_FEW_VIEWS = ("fewer seats than that give a view", "mae llai o seddi na hynny'n rhoi barn")
NOT_DECIDED = ("no phase decides that", "nid oes cam yn penderfynu hynny")
ONE_CHILD = ("there is only one child", "dim ond un plentyn sydd")
NOT_PLANNED = ("no phase makes such a plan", "nid oes cam yn llunio cynllun o'r fath")
NOT_IN_VARIANT = ("what it waits for does not exist there", "nid yw'r hyn y mae'n aros amdano'n bod yno")
NONE_OF_THEM = ("none of the parts of any can hold", "ni all unrhyw ran o any fod yn wir")

"""Views, decisions, dissent and the plan."""

MESSAGES: dict[str, tuple[str, str]] = {
    "no-such-child": (
        "This conference is not about that child. Choose one of the children on the sheet.",
        "Nid yw’r gynhadledd hon yn ymwneud â’r plentyn hwnnw. Dewiswch un o’r plant ar y daflen.",
    ),
    "no-first-view-now": (
        "Levels of concern are asked for at another point of the agenda. Keep yours until then.",
        "Gofynnir am lefelau pryder ar adeg arall o’r agenda. Cadwch eich un chi tan hynny.",
    ),
    "gives-no-view": (
        "This seat is heard and gives no view on the decision. Practitioners and the social worker give theirs.",
        "Caiff y sedd hon ei chlywed ac nid yw’n rhoi barn ar y penderfyniad. Yr ymarferwyr a’r gweithiwr cymdeithasol sy’n rhoi barn.",
    ),
    "not-decided-now": (
        "This is not decided at this point of the agenda. Wait until the decision is reached.",
        "Nid yw hyn yn cael ei benderfynu ar yr adeg hon o’r agenda. Arhoswch nes cyrraedd y penderfyniad.",
    ),
    "no-such-option": (
        "That is not one of the answers. Choose one of those shown.",
        "Nid yw hwnnw’n un o’r atebion. Dewiswch un o’r rhai a ddangosir.",
    ),
    "category-needed": (
        "Choose at least one category for a child whose name goes on the register.",
        "Dewiswch o leiaf un categori ar gyfer plentyn y mae ei enw’n mynd ar y gofrestr.",
    ),
    "category-not-wanted": (
        "A category is chosen only where the child’s name goes on the register. Take it out, or change the decision.",
        "Dim ond lle mae enw’r plentyn yn mynd ar y gofrestr y dewisir categori. Tynnwch ef, neu newidiwch y penderfyniad.",
    ),
    "view-not-whole": (
        "A view has a reason, at least one passage it rests on and how sure you are. Add what is missing.",
        "Mae gan farn reswm, o leiaf un darn y mae’n gorffwys arno a pha mor sicr ydych chi. Ychwanegwch yr hyn sydd ar goll.",
    ),
    "not-on-the-table": (
        "A view rests only on what has been said. Share the passage first, then rest your view on it.",
        "Dim ond ar yr hyn a ddywedwyd y mae barn yn gorffwys. Rhannwch y darn yn gyntaf, ac yna seiliwch eich barn arno.",
    ),
    "views-open": (
        "The views are open, so they can no longer be changed. Say to the table what you see differently now.",
        "Mae’r safbwyntiau ar agor, felly does dim modd eu newid. Dywedwch wrth y bwrdd beth rydych chi’n ei weld yn wahanol nawr.",
    ),
    "views-closed": (
        "Open the views first: the conference decides with them side by side.",
        "Agorwch y safbwyntiau’n gyntaf: mae’r gynhadledd yn penderfynu â nhw ochr yn ochr.",
    ),
    "reason-needed": (
        "Write the reason for the decision first. It belongs in the record.",
        "Ysgrifennwch y rheswm dros y penderfyniad yn gyntaf. Mae’n perthyn i’r cofnod.",
    ),
    "already-decided": (
        "This child’s decision has been taken. It stands in the record.",
        "Mae’r penderfyniad ar gyfer y plentyn hwn wedi’i wneud. Mae yn y cofnod.",
    ),
    "nothing-decided-yet": (
        "Nothing has been decided for this child yet. Wait until the chair closes the decision; then you may dissent.",
        "Does dim wedi’i benderfynu ar gyfer y plentyn hwn eto. Arhoswch nes bydd y cadeirydd yn cau’r penderfyniad; yna cewch anghytuno.",
    ),
    "dissent-recorded": (
        "Your dissent from this decision is recorded. The chair says what becomes of it.",
        "Mae eich anghytundeb â’r penderfyniad hwn wedi’i gofnodi. Y cadeirydd sy’n dweud beth a ddaw ohono.",
    ),
    "no-such-dissent": (
        "Nobody has dissented like that. Choose one of the dissents on record.",
        "Does neb wedi anghytuno felly. Dewiswch un o’r anghytundebau sydd wedi’u cofnodi.",
    ),
    "not-planning": (
        "The plan is made at another point of the agenda. Keep this until then.",
        "Mae’r cynllun yn cael ei wneud ar adeg arall o’r agenda. Cadwch hyn tan hynny.",
    ),
    "no-such-owner": (
        "An action is carried out by a seat or by an adult of the family. Choose one of those shown.",
        "Sedd neu oedolyn o’r teulu sy’n cyflawni gweithred. Dewiswch un o’r rhai a ddangosir.",
    ),
    "no-such-kind": (
        "The plan has no actions of that kind. Choose one of those shown.",
        "Does dim gweithredoedd o’r math hwnnw yn y cynllun. Dewiswch un o’r rhai a ddangosir.",
    ),
    "action-not-whole": (
        "An action says which risk it lowers, by when, and what follows if it does not. Add what is missing.",
        "Mae gweithred yn dweud pa risg mae’n ei lleihau, erbyn pryd, a beth sy’n dilyn os nad yw’n gwneud hynny. Ychwanegwch yr hyn sydd ar goll.",
    ),
    "no-such-action": (
        "That action is not in the plan. Choose one that is.",
        "Nid yw’r weithred honno yn y cynllun. Dewiswch un sydd ynddo.",
    ),
    "interim-safety-first": (
        "It is not said for every child what keeps them safe until the plan begins. Have it said, then close.",
        "Does neb wedi dweud ar gyfer pob plentyn beth sy’n eu cadw’n ddiogel nes i’r cynllun ddechrau. Gofynnwch am hynny, ac yna caewch.",
    ),
}

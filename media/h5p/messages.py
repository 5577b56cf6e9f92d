"""The words of every problem, English and Welsh. Codes are those of H5P’s own PHP core where it has one for the case.

`{where}` is the path in the package; other details are named by whoever tells of the problem.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    "missing-h5p-extension": (
        "The name of the file does not end in .h5p. Choose the .h5p file itself.",
        "Nid yw enw’r ffeil yn gorffen ag .h5p. Dewiswch y ffeil .h5p ei hun.",
    ),
    "unable-to-unzip": (
        "This is no zip file that can be opened: {reason}. Export the package again, and choose the new file.",
        "Nid yw hon yn ffeil zip y gellir ei hagor: {reason}. Allforiwch y pecyn eto, a dewiswch y ffeil newydd.",
    ),
    "unable-to-read-package-file": (
        "{where} is damaged and cannot be read. Export the package again, and choose the new file.",
        "Mae {where} wedi’i difrodi ac ni ellir ei darllen. Allforiwch y pecyn eto, a dewiswch y ffeil newydd.",
    ),
    "lying-size": (
        "{where} is not as large as the package says. Do not trust this package; get it again from whoever made it.",
        "Nid yw maint {where} fel y mae’r pecyn yn ei ddweud. Peidiwch ag ymddiried yn y pecyn hwn; gofynnwch amdano eto gan y sawl a’i gwnaeth.",
    ),
    "disagreeing-headers": (
        "The package says two different things about {where}. Do not trust it; export the content again from where it was made.",
        "Mae’r pecyn yn dweud dau beth gwahanol am {where}. Peidiwch ag ymddiried ynddo; allforiwch y cynnwys eto o’r man lle’i gwnaed.",
    ),
    "overlapping-files": (
        "{where} lies in the same bytes as another file. Do not trust this package; export the content again from where it was made.",
        "Mae {where} yn yr un beitiau â ffeil arall. Peidiwch ag ymddiried yn y pecyn hwn; allforiwch y cynnwys eto o’r man lle’i gwnaed.",
    ),
    "encrypted": (
        "{where} is encrypted. Export the package without a password.",
        "Mae {where} wedi’i hamgryptio. Allforiwch y pecyn heb gyfrinair.",
    ),
    "unsupported-compression": (
        "{where} is compressed in a way that H5P does not use. Make the zip anew with ordinary compression (deflate).",
        "Mae {where} wedi’i chywasgu mewn ffordd nad yw H5P yn ei defnyddio. Gwnewch y zip o’r newydd â chywasgu cyffredin (deflate).",
    ),
    "link-refused": (
        "{where} is a link or a device, not a file. Put the file itself into the package.",
        "Dolen neu ddyfais yw {where}, nid ffeil. Rhowch y ffeil ei hun yn y pecyn.",
    ),
    "unsafe-name": (
        "The name {where} could lead outside the package or cannot be kept safely. Rename the file: letters, digits, hyphens and dots.",
        "Gallai’r enw {where} arwain y tu allan i’r pecyn, neu ni ellir ei gadw’n ddiogel. Ailenwch y ffeil: llythrennau, digidau, cysylltnodau a dotiau.",
    ),
    "name-too-long": (
        "The name {where} is too long: {limit} bytes at most. Rename the file.",
        "Mae’r enw {where} yn rhy hir: {limit} beit ar y mwyaf. Ailenwch y ffeil.",
    ),
    "folders-too-deep": (
        "{where} lies in more than {limit} folders, one in another. Move it up.",
        "Mae {where} mewn mwy na {limit} o ffolderi, y naill yn y llall. Symudwch hi i fyny.",
    ),
    "duplicate-name": (
        "The package holds {where} more than once. Keep one of them.",
        "Mae {where} yn y pecyn fwy nag unwaith. Cadwch un ohonynt.",
    ),
    "clashing-names": (
        "{where} and {other} would become one file on some computers. Rename one of them.",
        "Byddai {where} a {other} yn troi’n un ffeil ar rai cyfrifiaduron. Ailenwch un ohonynt.",
    ),
    "too-many-files": (
        "The package holds more than {limit} files or folders. Split the content into several packages.",
        "Mae mwy na {limit} o ffeiliau neu ffolderi yn y pecyn. Rhannwch y cynnwys yn sawl pecyn.",
    ),
    "file-size-too-large": (
        "{where} is larger than {limit} MB. Make it smaller, or leave it out.",
        "Mae {where} yn fwy na {limit} MB. Gwnewch hi’n llai, neu ei hepgor.",
    ),
    "total-size-too-large": (
        "The files of the package are larger than {limit} MB together. Make videos and pictures smaller, or split the content.",
        "Mae ffeiliau’r pecyn gyda’i gilydd yn fwy na {limit} MB. Gwnewch fideos a lluniau’n llai, neu rannu’r cynnwys.",
    ),
    "ratio-too-high": (
        "This would unpack to more than {limit} times its size: {what}. Do not trust this package; export the content again from where it was made.",
        "Byddai hyn yn dadbacio i fwy na {limit} gwaith ei faint: {what}. Peidiwch ag ymddiried yn y pecyn hwn; allforiwch y cynnwys eto o’r man lle’i gwnaed.",
    ),
    "not-in-whitelist": (
        "{where} is of a kind that may not be here. Remove it. Kinds that may: {allowed}.",
        "Ffeil o fath na chaniateir yma yw {where}. Tynnwch hi. Y mathau a ganiateir: {allowed}.",
    ),
    "invalid-content-folder": (
        "The package lacks content/content.json. Export the content again; a folder zipped by hand must hold it under just this name.",
        "Nid oes content/content.json yn y pecyn. Allforiwch y cynnwys eto; rhaid i ffolder a sipiwyd â llaw ei gynnwys dan yr union enw hwn.",
    ),
    "invalid-h5p-json-file": (
        "The package lacks a valid h5p.json: {reason}. Export the content again; a folder zipped by hand must hold it at the top.",
        "Nid oes h5p.json dilys yn y pecyn: {reason}. Allforiwch y cynnwys eto; rhaid i ffolder a sipiwyd â llaw ei gynnwys ar y lefel uchaf.",
    ),
    "unable-to-parse-package": (
        "{where} cannot be read as JSON: {reason}. Put it right, or export the content again.",
        "Ni ellir darllen {where} fel JSON: {reason}. Cywirwch hi, neu allforiwch y cynnwys eto.",
    ),
    "missing-required-property": (
        "{where} lacks the required property “{name}”. Add it.",
        "Nid oes gan {where} y nodwedd ofynnol “{name}”. Ychwanegwch hi.",
    ),
    "invalid-property": (
        "“{name}” in {where} is not as it must be: {rule}. Put it right.",
        "Nid yw “{name}” yn {where} fel y dylai fod: {rule}. Cywirwch hyn.",
    ),
    "illegal-option-in-library": (
        "“{found}” is no value for “{name}” in {where}. Write one of: {allowed}.",
        "Nid yw “{found}” yn werth i “{name}” yn {where}. Ysgrifennwch un o’r rhain: {allowed}.",
    ),
    "api-version-unsupported": (
        "{where} needs version {found} of H5P’s core, and this is {limit}. Ask for an update of this site, or use an earlier version of the library.",
        "Mae {where} yn gofyn am fersiwn {found} o graidd H5P, a {limit} yw hwn. Gofynnwch am ddiweddaru’r wefan hon, neu defnyddiwch fersiwn cynharach o’r llyfrgell.",
    ),
    "invalid-library-name": (
        "The folder {where} has a name that no library may have. Use letters, digits, hyphens, dots and underscores.",
        "Mae gan y ffolder {where} enw na chaiff llyfrgell ei gael. Defnyddiwch lythrennau, digidau, cysylltnodau, dotiau a thanlinellau.",
    ),
    "invalid-library-json-file": (
        "{where} is missing or cannot be read: {reason}. Put in the library again as its makers publish it.",
        "Mae {where} ar goll neu ni ellir ei darllen: {reason}. Rhowch y llyfrgell i mewn eto fel y mae ei gwneuthurwyr yn ei chyhoeddi.",
    ),
    "invalid-semantics-json-file": (
        "{where} cannot be read: {reason}. Put in the library again as its makers publish it.",
        "Ni ellir darllen {where}: {reason}. Rhowch y llyfrgell i mewn eto fel y mae ei gwneuthurwyr yn ei chyhoeddi.",
    ),
    "invalid-language-file": (
        "{where} is no language file: {reason}. Name it after a language (cy.json), and let it hold an object.",
        "Nid ffeil iaith yw {where}: {reason}. Enwch hi ar ôl iaith (cy.json), a gadewch iddi gynnwys gwrthrych.",
    ),
    "library-missing-file": (
        "{where} names the file {found}, which is not in the package. Put in the library again, whole.",
        "Mae {where} yn enwi’r ffeil {found}, nad yw yn y pecyn. Rhowch y llyfrgell i mewn eto, yn gyfan.",
    ),
    "library-directory-name-mismatch": (
        "The folder {where} holds the library {found}. Name it {allowed}.",
        "Mae’r ffolder {where} yn cynnwys y llyfrgell {found}. Enwch ef yn {allowed}.",
    ),
    "duplicate-library": (
        "The folders {where} and {other} hold the same library. Keep one of them.",
        "Mae’r ffolderi {where} a {other} yn cynnwys yr un llyfrgell. Cadwch un ohonynt.",
    ),
    "missing-main-library": (
        "The main library {found} is neither in the package, by a version that h5p.json names, nor installed here. Export the content again with its libraries.",
        "Nid yw’r brif lyfrgell {found} yn y pecyn, yn y fersiwn y mae h5p.json yn ei enwi, nac wedi’i gosod yma. Allforiwch y cynnwys eto gyda’i lyfrgelloedd.",
    ),
    "missing-required-library": (
        "{where} needs the library {found}, which is neither in the package nor installed here. Export the content again with its libraries.",
        "Mae {where} yn gofyn am y llyfrgell {found}, nad yw yn y pecyn nac wedi’i gosod yma. Allforiwch y cynnwys eto gyda’i lyfrgelloedd.",
    ),
    "may-not-install": (
        "{where} brings the library {found}, which is not installed here, and you may not install libraries. Ask whoever looks after this site to import the package.",
        "Mae {where} yn dod â’r llyfrgell {found}, nad yw wedi’i gosod yma, ac ni chewch chi osod llyfrgelloedd. Gofynnwch i’r sawl sy’n gofalu am y wefan hon fewnforio’r pecyn.",
    ),
    "restricted-library": (
        "{found} may not be used for new content here. Use another content type, or ask whoever looks after this site.",
        "Ni chaniateir defnyddio {found} ar gyfer cynnwys newydd yma. Defnyddiwch fath arall o gynnwys, neu gofynnwch i’r sawl sy’n gofalu am y wefan hon.",
    ),
    "library-not-runnable": (
        "{found} is a part of other libraries and shows nothing by itself. Export a content, not a library.",
        "Rhan o lyfrgelloedd eraill yw {found}, ac nid yw’n dangos dim ar ei phen ei hun. Allforiwch gynnwys, nid llyfrgell.",
    ),
}

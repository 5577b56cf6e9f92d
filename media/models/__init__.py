"""What is kept of things beside words in lessons; each noun has its module.

    videos      captioned video
    libraries   H5P libraries: which are here, in which builds, which of them is used
    contents    interactive contents, their versions in each language, the servers they would call
    attempts    what people did with them: never overwritten
    drafts      contents that are being written here
    runtime_texts  what types say on buttons, in Welsh

docs/data-model.md tells each one's owner, lifetime and what erasure does.
"""

from media.models.attempts import AttemptStatement, ContentAttempt
from media.models.contents import ContentVersion, InteractiveContent, OutsideHost
from media.models.drafts import ContentDraft
from media.models.libraries import AssetBundle, Library, LibraryBuild, LibraryPacking
from media.models.runtime_texts import RuntimeText
from media.models.videos import Video, check_captions, check_video

__all__ = [
    "AssetBundle",
    "AttemptStatement",
    "ContentAttempt",
    "ContentDraft",
    "ContentVersion",
    "InteractiveContent",
    "Library",
    "LibraryBuild",
    "LibraryPacking",
    "OutsideHost",
    "RuntimeText",
    "Video",
    "check_captions",
    "check_video",
]

"""Drafts: begun, saved as they are typed, tried, and let go. Each saving is whole, so that nothing typed is lost."""

from __future__ import annotations

import json
import tempfile
from typing import Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from media.authoring.asked import asked_in, asked_of_author, root
from media.authoring.files import FOLDERS, FileRefused, take
from media.authoring.packing import pack
from media.h5p.asking import beginning
from media.h5p.carrying import carried
from media.h5p.entries import ROOT, Entry, lay_out
from media.h5p.forms import Deed, Form, read_form
from media.h5p.mistakes import mark_mistakes
from media.importing import import_package
from media.models import ContentDraft, ContentVersion, InteractiveContent, Library
from media.preparing import Prepared, prepared
from people.models import User

WHOLE = f"{ROOT}.content"
SPACE = 1024 * 1024


class Overtaken(Exception):
    """The draft was saved in another window since this form was shown."""


def begin(content: InteractiveContent, language: str, library: Library, by: User) -> ContentDraft:
    """An empty draft of a type, with its defaults."""
    params = beginning(asked_in(language)(library.name) or ())
    part = {"library": str(library.name), "params": params, "metadata": {"title": content.title, "license": "U"}}
    return _begun(content, language, library, part, None, by)


def begin_from(
    version: ContentVersion,
    by: User,
    *,
    language: str = "",
    library: Library | None = None,
    upgraded: Prepared | None = None,
) -> ContentDraft:
    """A draft of what a version holds: to change it, to write it in the other language, or in a later version of its type.

    `upgraded` is what the type's own steps made of it; without, fields are kept by their names.
    """
    made = upgraded or prepared(version)
    main = library or version.main
    params = json.loads(made.parameters)
    if main != version.main and not upgraded:
        of = asked_in(version.language)
        params = carried(of(main.name) or (), params, of)
    part = {"library": str(main.name), "params": params, "metadata": made.metadata}
    return _begun(version.content, language or version.language, main, part, version, by)


def _begun(
    content: InteractiveContent, language: str, main: Library, part: dict[str, Any], based_on: ContentVersion | None,
    by: User,
) -> ContentDraft:  # fmt: skip
    """One draft in a language: one that is there already is gone on with by whoever opens it."""
    values = {"main": main, "text": json.dumps(part), "based_on": based_on, "made_by": by}
    draft, _new = ContentDraft.objects.get_or_create(content=content, language=language, defaults=values)
    return draft


def laid_out(draft: ContentDraft) -> Entry:
    """The draft as a form, in the language that the author reads. Raises media.h5p.entries.TooMuch."""
    (whole,) = lay_out((root(draft.main),), {"content": draft.part}, asked_of_author())
    return whole


@transaction.atomic
def save(
    draft: ContentDraft, values: QueryDict, files: MultiValueDict[str, Any], revision: int, deed: Deed | None = None
) -> dict[str, FileRefused]:
    """Keep what was typed, with the files that came. Returns why files were not taken, by name. Raises Overtaken, TooMuch."""
    held = ContentDraft.objects.select_for_update().get(pk=draft.pk)
    if held.revision != revision:
        raise Overtaken
    taken, refused = _taken(held, files)
    draft.part = as_typed(held, values, taken, deed)
    draft.files, draft.revision = held.files, revision + 1
    draft.save(update_fields=["text", "files", "revision", "changed_at"])
    return refused


def as_typed(
    draft: ContentDraft, values: QueryDict, taken: dict[str, Any] | None = None, deed: Deed | None = None
) -> dict[str, Any]:
    """What the draft holds with what was typed into its form. Raises TooMuch."""
    form = Form({key: values.getlist(key) for key in values}, taken or {}, deed)
    read = read_form((root(draft.main),), form, {"content": draft.part}, asked_in(draft.language))
    return cast("dict[str, Any]", read["content"])


def _taken(draft: ContentDraft, files: MultiValueDict[str, Any]) -> tuple[dict[str, Any], dict[str, FileRefused]]:
    """The files that belong to fields of the form, kept; and why others were not."""
    kinds = {each.name: each.kind for each in laid_out(draft).walk() if each.kind in FOLDERS} if files else {}
    taken: dict[str, Any] = {}
    refused: dict[str, FileRefused] = {}
    for name in sorted(files.keys() & kinds.keys()):
        try:
            taken[name], key = take(cast("UploadedFile[bytes]", files[name]), kinds[name])
        except FileRefused as error:
            refused[name] = error
        else:
            draft.files[taken[name]["path"]] = key
    return taken, refused


def to_mend(draft: ContentDraft, laid: Entry) -> list[Entry]:
    """The mistakes that this draft makes: not those that already stood in the version that it was made from."""
    found = mark_mistakes([laid])
    if draft.based_on is None or draft.based_on.main_id != draft.main_id:
        return found
    made = prepared(draft.based_on)
    part = {"library": str(draft.main.name), "params": json.loads(made.parameters), "metadata": made.metadata}
    (before,) = lay_out((root(draft.main),), {"content": part}, asked_of_author())
    stood = {(each.name, each.mistake) for each in mark_mistakes([before])}
    return [each for each in found if (each.name, each.mistake) not in stood]


def try_out(draft: ContentDraft, by: User) -> ContentVersion:
    """The draft as a version that waits; the one it would replace stays. Raises media.h5p.Refused."""
    with tempfile.SpooledTemporaryFile(max_size=SPACE) as file:
        pack(draft, cast("Any", file))
        file.seek(0)
        name = f"{draft.content_id}.{draft.language}.h5p"
        done = import_package(
            cast("Any", file), name, content=draft.content, language=draft.language, by=by, waits=True
        )
    ContentDraft.objects.filter(pk=draft.pk).update(tried=done.version if done.is_new else None)
    return done.version

"""Loads courses/content into Wagtail: a page in each language for every file, published together.

Loading again changes only pages whose file changed, and never one that somebody has edited since: from then on the page
is theirs. docs/course-content.md explains the files to those who write them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import cast
from uuid import UUID

from django.db import transaction
from wagtail.models import Locale, Page, Revision, Site

from courses.content_format import (
    AnyFile,
    CourseFile,
    Glossary,
    GlossaryFile,
    IndexFile,
    LessonFile,
    PageFile,
    PlainFile,
)
from courses.content_pages import fields_of
from courses.models import Course, CourseIndex, Lesson, LoadedFile, PlainPage
from courses.models.bilingual import BilingualPage
from media.content import ContentError, ContentFile, content_files, read

FOLDER = Path(__file__).parent / "content"
INDEX, COURSE, GLOSSARY = "index.yaml", "course.yaml", "glossary.yaml"
MODELS: dict[type[PageFile], type[BilingualPage]] = {
    IndexFile: CourseIndex,
    CourseFile: Course,
    LessonFile: Lesson,
    PlainFile: PlainPage,
}

Pages = dict[str, BilingualPage]


@dataclass(frozen=True)
class Written:
    """A file that has been read: what it says, and the digest by which a change is known."""

    file: ContentFile
    contents: PageFile
    digest: str

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def parents_first(self) -> tuple[int, str]:
        return list(MODELS).index(type(self.contents)), self.name


def load(folder: Path = FOLDER) -> str:
    """Load what is new or changed. Returns one line for whoever watches, empty when there was nothing to do.

    Raises ContentError, before anything is written, naming the file and the key.
    """
    known = {loaded.path: loaded for loaded in LoadedFile.objects.all()}
    files = list(content_files(folder))
    digests = digests_of(files)
    if all(name in known and known[name].digest == digest for name, digest in digests.items()):
        return ""
    glossary, written = read_all(files, digests)
    check_keys(written)
    waiting = [each for each in written if each.name not in known or known[each.name].digest != each.digest]
    with transaction.atomic():
        ordered = sorted(waiting, key=lambda each: each.parents_first)
        done = Counter(put(each, glossary, known.get(each.name)) for each in ordered)
        sort_lessons(written)
    return ", ".join(f"{done[what]} {what}" for what in ("loaded", "changed", "left as edited") if done[what])


def digests_of(files: list[ContentFile]) -> dict[str, str]:
    """A digest of each page's file together with the glossary, whose words the pages carry."""
    glossary = next((file.digest for file in files if file.name == GLOSSARY), "")
    pages = [file for file in files if file.name != GLOSSARY]
    return {file.name: sha256(f"{file.digest} {glossary}".encode()).hexdigest() for file in pages}


def read_all(files: list[ContentFile], digests: dict[str, str]) -> tuple[Glossary, list[Written]]:
    glossary: Glossary = {}
    written = []
    for file in files:
        contents = read(file, cast("type[AnyFile]", AnyFile))
        if isinstance(contents, GlossaryFile):
            glossary.update(contents.words)
        else:
            written.append(Written(file, contents, digests[file.name]))
    check_words(written, glossary)
    return glossary, written


def check_words(written: list[Written], glossary: Glossary) -> None:
    for each in written:
        for place, block in enumerate(getattr(each.contents, "blocks", [])):
            word = getattr(block, "word", None)
            if word is not None and word not in glossary:
                raise ContentError(
                    each.file.path, f"blocks[{place}].word", f"“{word}” is not in {GLOSSARY}. Add it there."
                )


def check_keys(written: list[Written]) -> None:
    """No UUID stands twice: two pages or blocks of one key would share people's records."""
    seen: set[UUID] = set()
    for each in written:
        for key in keys_of(each.contents):
            if key in seen:
                raise ContentError(each.file.path, str(key), "this UUID stands twice. Give one of the two a new one.")
            seen.add(key)


def keys_of(contents: PageFile) -> list[UUID]:
    blocks = getattr(contents, "blocks", [])
    options = [option.id for block in blocks for option in getattr(block, "options", [])]
    return [contents.uuid, *(block.id for block in blocks), *options]


def put(written: Written, glossary: Glossary, known: LoadedFile | None) -> str:
    """Make or change the two pages of one file; says in a word what was done."""
    pages = stored_pages(written.contents.uuid)
    if known and is_edited(pages, known):
        LoadedFile.objects.filter(pk=known.pk).update(digest=written.digest)
        return "left as edited"
    for language in ("en", "cy"):
        fields = fields_of(written.contents, glossary, language)
        if language in pages:
            change(pages[language], fields)
        else:
            pages[language] = create(written, language, fields)
    cast("Revision", pages["en"].get_latest_revision()).publish()
    remember(written)
    return "changed" if known else "loaded"


def stored_pages(key: UUID) -> Pages:
    pages = Page.objects.filter(translation_key=key).select_related("locale").specific()
    return {page.locale.language_code: page for page in pages}


def is_edited(pages: Pages, known: LoadedFile) -> bool:
    """Whether somebody changed or deleted these pages since the loader last saved them."""
    return bool({language: page.latest_revision_id for language, page in pages.items()} != known.revisions)


def create(written: Written, language: str, fields: dict[str, object]) -> BilingualPage:
    locale, _is_new = Locale.objects.get_or_create(language_code=language)
    page = MODELS[type(written.contents)](locale=locale, translation_key=written.contents.uuid, live=False, **fields)
    parent = Page.objects.get(depth=1) if isinstance(page, CourseIndex) else parent_of(written, locale)
    parent.add_child(instance=page)
    if isinstance(page, CourseIndex) and language == "en":
        stand_at_root(page)
    page.save_revision()
    return page


def change(page: BilingualPage, fields: dict[str, object]) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()


def parent_of(written: Written, locale: Locale) -> Page:
    """The page under which a file's page stands, in this language. Raises ContentError when that one was not loaded."""
    in_course = isinstance(written.contents, LessonFile)
    name = str(PurePosixPath(written.name).parent / COURSE) if in_course else INDEX
    above = LoadedFile.objects.filter(path=name).first()
    parent = above and Page.objects.filter(translation_key=above.translation_key, locale=locale).first()
    if not parent:
        raise ContentError(
            written.file.path, "", f"stands under the page of {name}, which is not there. Write that file."
        )
    return cast("Page", parent.specific)


def stand_at_root(index: CourseIndex) -> None:
    """Make this the site's root, in place of the welcome page that Wagtail's migrations leave."""
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", port=80, is_default_site=True
    )
    before = site.root_page if site.root_page_id else None
    site.root_page = index
    site.site_name = "Diogel"
    site.save()
    if before and before.specific_class is Page and not before.get_children().exists():
        before.delete()


def remember(written: Written) -> None:
    pages = stored_pages(written.contents.uuid)
    revisions = {language: page.latest_revision_id for language, page in pages.items()}
    LoadedFile.objects.update_or_create(
        path=written.name,
        defaults={"digest": written.digest, "translation_key": written.contents.uuid, "revisions": revisions},
    )


def sort_lessons(written: list[Written]) -> None:
    """Lessons stand in the order of their files' names, also when one was written later and belongs in between."""
    places = {each.contents.uuid: place for place, each in enumerate(written)}
    for course in Course.objects.all():
        lessons = list(course.get_children())
        ordered = sorted(lessons, key=lambda lesson: places.get(lesson.translation_key, len(places)))
        if ordered != lessons:
            for lesson in ordered:
                Page.objects.get(pk=lesson.pk).move(Page.objects.get(pk=course.pk), pos="last-child")

"""Loads courses/content into Wagtail: a page in each language for every file, published together.

Loading again changes only pages whose file changed, and never one that somebody has edited since: from then on the page
is theirs. docs/course-content.md explains the files to those who write them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import cast
from uuid import UUID

from django.db import transaction
from wagtail.models import Locale, Page, Revision, Site

from courses.content_format import CourseFile, IndexFile, LessonFile, PageFile, PlainFile
from courses.content_pages import fields_of
from courses.models import Course, CourseIndex, Lesson, LoadedFile, PlainPage
from courses.models.bilingual import BilingualPage
from media.content import ContentError, ContentFile, content_files, read

FOLDER = Path(__file__).parent / "content"
INDEX, COURSE, PLAIN = "index.yaml", "course.yaml", "pages"
MODELS: dict[type[PageFile], type[BilingualPage]] = {
    IndexFile: CourseIndex,
    CourseFile: Course,
    LessonFile: Lesson,
    PlainFile: PlainPage,
}

Pages = dict[str, BilingualPage]


@dataclass(frozen=True)
class Written:
    """A content file that has been read."""

    file: ContentFile
    contents: PageFile

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
    waiting = {file.name for file in files if file.name not in known or known[file.name].digest != file.digest}
    if not waiting:
        return ""
    # All are read, the unchanged too: a UUID must not stand twice anywhere.
    written = [Written(file, read(file, shape_of(file))) for file in files]
    check_keys(written)
    with transaction.atomic():
        ordered = sorted((each for each in written if each.name in waiting), key=lambda each: each.parents_first)
        done = Counter(put(each, known.get(each.name)) for each in ordered)
        sort_lessons(written)
    return ", ".join(f"{done[what]} {what}" for what in ("loaded", "changed", "left as edited") if done[what])


def shape_of(file: ContentFile) -> type[PageFile]:
    path = PurePosixPath(file.name)
    if file.name == INDEX:
        return IndexFile
    if path.parent.name == PLAIN:
        return PlainFile
    return CourseFile if path.name == COURSE else LessonFile


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


def put(written: Written, known: LoadedFile | None) -> str:
    """Make or change the two pages of one file; says in a word what was done."""
    pages = stored_pages(written.contents.uuid)
    if known and is_edited(pages, known):
        LoadedFile.objects.filter(pk=known.pk).update(digest=written.file.digest)
        return "left as edited"
    for language in ("en", "cy"):
        fields = fields_of(written.contents, language)
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
    return {language: page.latest_revision_id for language, page in pages.items()} != known.revisions


def create(written: Written, language: str, fields: dict[str, object]) -> BilingualPage:
    locale = Locale.objects.get(language_code=language)
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
        raise ContentError(written.file.path, "", f"stands under the page of {name}, which is not there. Write that file.")
    return cast("Page", parent.specific)


def stand_at_root(index: CourseIndex) -> None:
    """Make this the site's root, in place of the welcome page that Wagtail's migrations leave."""
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", port=80, is_default_site=True)
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
        defaults={"digest": written.file.digest, "translation_key": written.contents.uuid, "revisions": revisions},
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

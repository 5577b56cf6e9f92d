"""The blocks a lesson is made of.

Every block keeps its UUID for good, and has the same one in both languages: a person's place and answers are kept by
it (docs/courses.md). What states a fact of practice carries the addresses it was taken from, shown under the words.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

# What the editor offers, and all that a content file's Markdown may turn into.
WORDS = ["bold", "ol", "ul", "link"]


class SourceBlock(blocks.StructBlock):
    """Where a statement of fact was read: an address, and what it says there."""

    url = blocks.URLBlock(label=_("Address"), max_length=500)
    says = blocks.CharBlock(label=_("What it says"), max_length=400)

    class Meta:
        icon = "link"
        label = _("Source")


class OutcomeBlock(blocks.CharBlock):
    """Something that somebody can do after a course, in their own words for it: “I can …”."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": 200, "label": _("I can …"), **options})

    class Meta:
        icon = "pick"


def sources_block() -> blocks.ListBlock:
    return blocks.ListBlock(SourceBlock(), label=_("Sources"), required=False, min_num=0, max_num=10, default=[])


class TextBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=WORDS, max_length=5_000)
    sources = sources_block()

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "courses/blocks/text.html"


class KeyPointBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(label=_("Key point"), features=WORDS, max_length=1_000)
    sources = sources_block()

    class Meta:
        icon = "pick"
        label = _("Key point")
        template = "courses/blocks/key_point.html"


class QuoteBlock(blocks.StructBlock):
    """Words as somebody said them, in the language they said them; never turned into the other."""

    words = blocks.TextBlock(label=_("Words"), max_length=1_000)
    who = blocks.CharBlock(label=_("Who says it"), max_length=200)
    spoken = blocks.ChoiceBlock(label=_("Said in"), choices=[("cy", "Cymraeg"), ("en", "English")])
    meaning = blocks.TextBlock(
        label=_("What it means"), required=False, max_length=1_000, help_text=_("For readers of the other language.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "courses/blocks/quote.html"


class TermBlock(blocks.StructBlock):
    """A word of the field, explained beside the text."""

    term = blocks.CharBlock(label=_("Term"), max_length=100)
    other_language = blocks.CharBlock(label=_("The term in the other language"), max_length=100)
    definition = blocks.TextBlock(label=_("What it means"), max_length=600)
    sources = sources_block()

    class Meta:
        icon = "doc-full"
        label = _("Glossary term")
        template = "courses/blocks/term.html"


class VideoBlock(blocks.StructBlock):
    """A video; captions and transcript come with it in both languages (media.models.Video)."""

    video = SnippetChooserBlock("media.Video", label=_("Video"))
    introduction = blocks.CharBlock(label=_("What it shows, and how long it is"), max_length=200)

    class Meta:
        icon = "media"
        label = _("Video with captions")
        template = "courses/blocks/video.html"


class InteractiveBlock(blocks.StructBlock):
    """Something to do: an H5P content, in the reader's language (docs/h5p.md)."""

    content = SnippetChooserBlock("media.InteractiveContent", label=_("Interactive content"))

    class Meta:
        icon = "cogs"
        label = _("Interactive content")
        template = "courses/blocks/interactive.html"


class OptionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Choice"), max_length=300)
    right = blocks.BooleanBlock(label=_("A good answer"), required=False)
    answer = blocks.RichTextBlock(label=_("What we say to it, and why"), features=WORDS, max_length=1_500)
    sources = sources_block()


class QuestionBlock(blocks.StructBlock):
    """A question to check yourself by: practice, never marked."""

    prompt = blocks.TextBlock(label=_("Question"), max_length=800)
    options = blocks.ListBlock(OptionBlock(), label=_("Choices"), min_num=2, max_num=6)

    class Meta:
        icon = "help"
        label = _("Check yourself")
        template = "courses/blocks/question.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not any(option["right"] for option in cleaned["options"]):
            raise blocks.StructBlockValidationError(
                block_errors={"prompt": ValidationError(_("Mark at least one of the choices as a good answer."))}
            )
        return cleaned


class LessonBlocks(blocks.StreamBlock):
    text = TextBlock()
    key_point = KeyPointBlock()
    quote = QuoteBlock()
    term = TermBlock()
    image = ImageBlock(template="courses/blocks/image.html")
    video = VideoBlock()
    interactive = InteractiveBlock()
    question = QuestionBlock()


class PlainBlocks(blocks.StreamBlock):
    """What a plain page (support, privacy, accessibility) may hold."""

    text = TextBlock()
    key_point = KeyPointBlock()

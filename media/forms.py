"""The editors' form of an interactive content: a package in each language, checked by every rule before anything is kept."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from media.h5p import Refused
from media.importing import acceptable, import_package
from media.models import InteractiveContent

LANGUAGES = ("cy", "en")
KEPT = _(
    "Leave empty to keep what is there. A new package waits until you have seen what is different, and published it."
)


def _package(label: Any) -> forms.FileField:
    return forms.FileField(label=label, required=False, validators=[FileExtensionValidator(["h5p"])], help_text=KEPT)


class InteractiveContentForm(WagtailAdminModelForm):
    """At least one package; both for readers of both languages."""

    package_cy = _package(_("Package in Welsh (H5P)"))
    package_en = _package(_("Package in English (H5P)"))

    def clean_package_cy(self) -> UploadedFile[bytes] | None:
        return self.checked("package_cy")

    def clean_package_en(self) -> UploadedFile[bytes] | None:
        return self.checked("package_en")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        there = self.instance.pk and self.instance.versions.exists()
        tried = any(f"package_{language}" in self.errors for language in LANGUAGES)
        if not there and not tried and not any(cleaned.get(f"package_{language}") for language in LANGUAGES):
            raise ValidationError(_("Choose a package in at least one of the languages."))
        return cleaned

    def checked(self, name: str) -> UploadedFile[bytes] | None:
        """The file, where it can be taken in; else every reason why not, in the reader's language."""
        file: UploadedFile[bytes] | None = self.cleaned_data.get(name)
        if file is None or file.file is None:
            return None
        try:
            acceptable(cast("BinaryIO", file.file), file.name or "", may_install=self.may_install)
        except Refused as refused:
            language = get_language() or "en"
            raise ValidationError([each.in_language(language) for each in refused.problems]) from refused
        return file

    @property
    def may_install(self) -> bool:
        """Whether this editor may bring libraries that are not here."""
        return bool(self.for_user and self.for_user.has_perm("media.add_library"))

    def save(self, commit: bool = True) -> InteractiveContent:
        with transaction.atomic():
            need = self.cleaned_data["need"] if "need" in self.changed_data else ""
            content: InteractiveContent = super().save(commit)
            for language in LANGUAGES:
                if file := self.cleaned_data.get(f"package_{language}"):
                    import_package(
                        cast("BinaryIO", file.file), file.name or "", content=content, language=language, by=self.for_user,
                        may_install=self.may_install, waits=bool(content.version_in(language)),
                    )  # fmt: skip
            if need:
                content.need = need
                content.save(update_fields=["need"])
        return content

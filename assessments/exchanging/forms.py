"""What an editor says about a file of questions: where to, and in which language where it has one."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from assessments.exchange import LIMITS, Reading, read
from assessments.models import Bank
from people.models import Language


class FileForm(forms.Form):
    bank = forms.ModelChoiceField(
        Bank.objects.filter(from_file=False),
        label=_("Bank"),
        to_field_name="slug",
        error_messages={"required": _("Choose the bank that the questions go to.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the file, where it has one"),
        choices=Language,
        error_messages={"required": _("Choose a language.")},
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("YAML, CSV, GIFT, Moodle XML, or QTI 2.1 or 3.0 (.zip); at most 5 MB and 500 questions."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.csv,.gift,.txt,.xml,.zip"}),
        max_length=200,
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Choose another."),
            "max_length": _("The file’s name is too long. Shorten it."),
        },
    )

    def reading(self) -> Reading:
        """What is in the file; one byte more than may be is enough to know that it is too large."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        return read(file.name or "", file.read(LIMITS.file + 1), self.cleaned_data["language"])

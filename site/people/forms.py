"""The three questions about language. Each label stands on the page in both languages, so the form itself has none."""

from django import forms

from people.models import Language, SpokenLanguage, User


class LanguagesForm(forms.ModelForm[User]):
    """Which language a person reads, is written to in, and would like to speak; all three are asked for."""

    reading_language = forms.ChoiceField(choices=Language.choices)
    writing_language = forms.ChoiceField(choices=Language.choices)
    speaking_language = forms.ChoiceField(choices=SpokenLanguage.choices)

    class Meta:
        model = User
        fields = ["reading_language", "writing_language", "speaking_language"]

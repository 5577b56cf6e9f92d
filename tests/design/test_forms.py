"""`{{ form }}` comes out as our parts, whatever the widget, with messages in the reader's language."""

import re

import pytest
from django import forms
from django.utils.translation import override


class Notice(forms.Form):
    title = forms.CharField(label="Title", max_length=60, help_text="As it stands on the paper.")
    what = forms.CharField(label="What was seen", widget=forms.Textarea)
    when = forms.DateField(label="When", required=False)
    seat = forms.ChoiceField(label="Seat", choices=[("", "Choose"), ("Police", [("p", "Officer")]), ("h", "Health")])
    child = forms.ChoiceField(label="Child", widget=forms.RadioSelect, choices=[("m", "Mabli"), ("i", "Ianto")])
    told = forms.MultipleChoiceField(
        label="Told", widget=forms.CheckboxSelectMultiple, choices=[("s", "School"), ("g", "GP")], required=False
    )
    sure = forms.BooleanField(label="I am sure")
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    key = forms.CharField(widget=forms.HiddenInput, initial="k")
    hours = forms.SplitDateTimeField(label="Hours", required=False)

    def clean(self) -> None:
        if self.data.get("title") == "wrong":
            raise forms.ValidationError("The two do not fit.")


def test_each_widget_becomes_its_part() -> None:
    drawn = str(Notice())
    for part in (
        '<input class="govuk-input" id="id_title" name="title" type="text" aria-describedby="id_title-hint" maxlength="60">',
        '<textarea class="govuk-textarea" id="id_what" name="what" rows="10">',
        '<select class="govuk-select" id="id_seat" name="seat">',
        '<optgroup label="Police"><option value="p">Officer</option></optgroup>',
        '<input class="govuk-radios__input" id="id_child" name="child" type="radio" value="m">',
        '<input class="govuk-checkboxes__input" id="id_told-2" name="told" type="checkbox" value="g">',
        '<input class="govuk-checkboxes__input" id="id_sure" name="sure" type="checkbox" value="on">',
        'class="govuk-input govuk-password-input__input',
        '<input type="hidden" name="key" value="k" id="id_key">',
        'name="hours_0"',
        "When (optional)",
    ):
        assert part in drawn, part
    assert "error" not in drawn.lower()


def test_what_is_wrong_stands_above_the_form_and_above_its_field() -> None:
    with override("cy"):
        drawn = str(Notice({"title": "", "child": "x"}))
    assert '<a href="#id_title">Llenwch y maes hwn.</a>' in drawn
    assert "Mae problem" in drawn
    assert re.search(r'id="id_title-error" class="govuk-error-message">.*?Llenwch y maes hwn\.', drawn)
    assert 'aria-describedby="id_title-hint id_title-error"' in drawn
    assert "Nid yw hwn yn un o’r dewisiadau: x." in drawn


def test_a_message_about_the_whole_form_stands_in_the_summary() -> None:
    assert "<li>The two do not fit.</li>" in str(Notice({"title": "wrong"}))


def test_what_was_entered_stays() -> None:
    drawn = str(Notice({"title": "A & B", "what": "<b>", "seat": "h", "child": "i", "told": ["g"], "secret": "s3cret"}))
    assert 'value="A &amp; B"' in drawn
    assert "&lt;b&gt;</textarea>" in drawn
    assert '<option value="h" selected>' in drawn
    assert 'value="i" checked' in drawn
    assert 'value="g" checked' in drawn
    assert "s3cret" not in drawn


@pytest.mark.parametrize("name", ["title", "what", "seat", "child", "told", "sure", "secret", "hours"])
def test_a_single_field_can_be_drawn_alone(name: str) -> None:
    assert Notice()[name].as_field_group().startswith('<div class="govuk-form-group')

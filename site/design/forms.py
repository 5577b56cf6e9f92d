"""How `{{ form }}` and `{{ form.name.as_field_group }}` are drawn: with our parts, label above, message above the field.

Django's own widget templates stay as they are, since Wagtail's admin draws with them.
"""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    form_template_name = "design/forms/form.html"
    field_template_name = "design/forms/field.html"

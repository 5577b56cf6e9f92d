"""Strings of Django and allauth that learners read and whose Welsh is missing there, or reads badly.

Nothing imports this module. It only names the strings, so that they stand in our catalogue, which is asked before
theirs. tests/diogel/test_welsh.py fails when one of them is no longer said by the installed versions.
"""

from django.utils.translation import gettext_noop, ngettext_lazy, npgettext_lazy

# django.forms.fields, django.forms.models, django.core.validators
gettext_noop("This field is required.")
gettext_noop("Enter a valid value.")
gettext_noop("Enter a valid email address.")
gettext_noop("Enter a valid URL.")
gettext_noop("Enter a whole number.")
gettext_noop("Enter a number.")
gettext_noop("Enter a valid date.")
gettext_noop("Enter a valid time.")
gettext_noop("Enter a valid date/time.")
gettext_noop("Enter a valid duration.")
gettext_noop("Enter a list of values.")
gettext_noop("Enter a valid UUID.")
gettext_noop("Enter a valid JSON.")
gettext_noop("Enter a valid domain name.")
gettext_noop("Select a valid choice. %(value)s is not one of the available choices.")
gettext_noop("Select a valid choice. That choice is not one of the available choices.")
gettext_noop("“%(pk)s” is not a valid value.")
gettext_noop("No file was submitted. Check the encoding type on the form.")
gettext_noop("No file was submitted.")
gettext_noop("The submitted file is empty.")
gettext_noop("Null characters are not allowed.")
gettext_noop("Ensure this value is greater than or equal to %(limit_value)s.")
gettext_noop("Ensure this value is less than or equal to %(limit_value)s.")
gettext_noop("Ensure this value is a multiple of step size %(limit_value)s.")
gettext_noop("File extension “%(extension)s” is not allowed. Allowed extensions are: %(allowed_extensions)s.")
gettext_noop("%(model_name)s with this %(field_labels)s already exists.")
ngettext_lazy(
    "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    "limit_value",
)
ngettext_lazy(
    "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
    "limit_value",
)

# django.utils.timesince
gettext_noop(", ")
ngettext_lazy("%(num)d year", "%(num)d years", "num")
ngettext_lazy("%(num)d month", "%(num)d months", "num")
ngettext_lazy("%(num)d week", "%(num)d weeks", "num")
ngettext_lazy("%(num)d day", "%(num)d days", "num")
ngettext_lazy("%(num)d hour", "%(num)d hours", "num")
ngettext_lazy("%(num)d minute", "%(num)d minutes", "num")

# django.contrib.humanize
gettext_noop("%(delta)s ago")
gettext_noop("%(delta)s from now")
npgettext_lazy("naturaltime-past", "%(num)d year", "%(num)d years", "num")
npgettext_lazy("naturaltime-past", "%(num)d month", "%(num)d months", "num")
npgettext_lazy("naturaltime-past", "%(num)d week", "%(num)d weeks", "num")
npgettext_lazy("naturaltime-past", "%(num)d day", "%(num)d days", "num")
npgettext_lazy("naturaltime-past", "%(num)d hour", "%(num)d hours", "num")
npgettext_lazy("naturaltime-past", "%(num)d minute", "%(num)d minutes", "num")
npgettext_lazy("naturaltime-future", "%(num)d year", "%(num)d years", "num")
npgettext_lazy("naturaltime-future", "%(num)d month", "%(num)d months", "num")
npgettext_lazy("naturaltime-future", "%(num)d week", "%(num)d weeks", "num")
npgettext_lazy("naturaltime-future", "%(num)d day", "%(num)d days", "num")
npgettext_lazy("naturaltime-future", "%(num)d hour", "%(num)d hours", "num")
npgettext_lazy("naturaltime-future", "%(num)d minute", "%(num)d minutes", "num")

# django.contrib.auth.password_validation, for the validators that the settings name
ngettext_lazy(
    "This password is too short. It must contain at least %d character.",
    "This password is too short. It must contain at least %d characters.",
    "min_length",
)
ngettext_lazy(
    "Your password must contain at least %(min_length)d character.",
    "Your password must contain at least %(min_length)d characters.",
    "min_length",
)
gettext_noop("This password is too common.")
gettext_noop("Your password can’t be a commonly used password.")

# allauth.account: the forms that are in use, and what they answer
gettext_noop("Email")
gettext_noop("Password")
gettext_noop("Password (again)")
gettext_noop("Current Password")
gettext_noop("New Password")
gettext_noop("New Password (again)")
gettext_noop("Forgot your password?")
gettext_noop("You must type the same password each time.")
gettext_noop("Please type your current password.")
gettext_noop("Incorrect password.")
gettext_noop("The password reset token was invalid.")
gettext_noop("The new value must be different from the current one.")
gettext_noop("Be patient, you are sending too many requests.")

"""How allauth behaves here: employers bring their people in, so nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "That e-mail address and password do not belong together. Check both and try again."
        ),
        "too_many_login_attempts": _("Too many tries. Wait 15 minutes, then try again, or ask for a new password."),
        "account_inactive": _("This account is closed. Ask the person who looks after training in your agency."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

"""Where the platform's staff enter who works where and who may do what: the editors' site, under People.

Learning is not shown there. An agency's part in each region is entered with the agency.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from people.choosing import PersonChooser, person_chooser
from people.models import Agency, Membership, Partnership, Region, Right


class AgencyViewSet(SnippetViewSet):
    model = Agency
    icon = "group"
    list_display = ["name_en", "name_cy", "sector"]
    list_filter = ["sector"]
    search_fields = ["name_en", "name_cy"]
    exclude_form_fields: list[str] = ["regions"]


class PartnershipViewSet(SnippetViewSet):
    model = Partnership
    icon = "link"
    list_display = ["agency", "region", "expected", "people_in_scope"]
    list_filter = ["region", "expected"]


class MembershipViewSet(SnippetViewSet):
    model = Membership
    icon = "calendar"
    list_display = ["person", "agency", "region", "group", "starts", "ends"]
    list_filter = ["region", "group"]


class RightViewSet(SnippetViewSet):
    model = Right
    icon = "key"
    list_display = ["person", "kind", "region", "given"]
    list_filter = ["kind", "region"]


class RegionViewSet(SnippetViewSet):
    model = Region
    icon = "site"
    list_display = ["code", "name_en", "name_cy"]


class PeopleGroup(SnippetViewSetGroup):
    menu_label = _("People")
    menu_icon = "group"
    menu_order = 300
    items = (MembershipViewSet, RightViewSet, AgencyViewSet, PartnershipViewSet, RegionViewSet)


register_snippet(PeopleGroup)


@hooks.register("register_admin_viewset")
def choose_people() -> PersonChooser:
    return person_chooser

"""Every address of the site. People's pages stand under /en/ and /cy/; Wagtail's admin and machines' doors do not."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

import media.urls
from design import errors
from design.views import front_door
from people.views import nothing_here, who_is_here

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler429 = errors.too_many  # asked for by allauth
handler500 = errors.broken

urlpatterns = [
    path("", front_door, name="home"),
    path("who-is-here/", who_is_here, name="who-is-here"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/h5p/", include(media.urls.files)),
    path("xapi/", include("records.lrs.views")),
]

urlpatterns += i18n_patterns(
    # allauth's pages for changing one's own address and for codes: it asks for their names, and nobody is to find them.
    path("account/email/", nothing_here, name="account_email"),
    path("account/confirm-email/", nothing_here, name="account_email_verification_sent"),
    path("account/confirm-email/<path:rest>", nothing_here),
    path("account/login/code/<path:rest>", nothing_here),
    path("account/", include("allauth.account.urls")),
    path("people/", include("people.urls")),
    path("conferences/", include("simulations.urls")),
    path("assessments/", include("assessments.urls")),
    path("boards/", include("boards.urls")),
    path("interactive/", include(media.urls.pages)),
    path("design/", include("design.urls")),
    path("", include("courses.urls")),
    path("", include(wagtail_urls)),
)

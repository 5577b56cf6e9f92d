"""Addresses of `media`: files under /media/h5p/, and what people do under /en/interactive/ and /cy/interactive/.

Under /media/h5p/ this module is the whole site (`framing.ConfineMiddleware`): what is not here is not there at all.
"""

from django.urls import include, path, re_path

from media import attempting, views

files = (
    [
        path("play/<str:token>/", views.play, name="play"),
        path("content/<str:token>/<path:path>", views.content_file, name="content"),
        re_path(r"^library/(?P<digest>[0-9a-f]{64})/(?P<path>.+)$", views.library_file, name="library"),
        re_path(r"^bundle/(?P<digest>[0-9a-f]{64})\.(?P<kind>js|css)$", views.bundle_file, name="bundle"),
    ],
    "h5p",
)
pages = (
    [
        path("<int:version>/tell/", attempting.tell, name="tell"),
        path("<int:version>/again/", attempting.again, name="again"),
    ],
    "interactive",
)
urlpatterns = [path("media/h5p/", include(files))]
handler404 = views.not_there

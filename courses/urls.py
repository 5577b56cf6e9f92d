"""Addresses of `courses`, under /en/ and /cy/. Courses and lessons themselves are Wagtail's pages."""

from django.urls import path

from courses import views
from courses.skipping import views as skipping
from courses.sureness import views as sureness

app_name = "courses"
PLAIN = ("support", "privacy", "accessibility")  # pages that the frame of every page links to, by their file's name
urlpatterns = [
    path("", views.home, name="home"),
    *(path(f"learning/{name}/", views.plain_by_name, {"name": name}, name=name) for name in PLAIN),
    path("learning/how-sure/", sureness.waiting, name="sureness-waiting"),
    path("<slug:course>/<slug:lesson>/", views.lesson_at, name="lesson"),
    path("learning/courses/<uuid:key>/begin/", views.begin, name="begin"),
    path("learning/courses/<uuid:key>/how-sure/", sureness.how_sure, name="how-sure"),
    path("learning/lessons/<uuid:key>/seen/", views.seen, name="seen"),
    path("learning/lessons/<uuid:key>/questions/<uuid:block>/", views.answer, name="answer"),
    path("learning/lessons/<uuid:key>/finish/", views.finish, name="finish"),
    path("learning/lessons/<uuid:key>/skip/", skipping.skip, name="skip"),
]

"""Addresses of `courses`, under /en/ and /cy/. Courses and lessons themselves are Wagtail's pages."""

from django.urls import path

from courses import views

app_name = "courses"
urlpatterns = [
    path("", views.home, name="home"),
    path("learning/courses/<uuid:key>/begin/", views.begin, name="begin"),
    path("learning/lessons/<uuid:key>/seen/", views.seen, name="seen"),
    path("learning/lessons/<uuid:key>/questions/<uuid:block>/", views.answer, name="answer"),
    path("learning/lessons/<uuid:key>/finish/", views.finish, name="finish"),
]

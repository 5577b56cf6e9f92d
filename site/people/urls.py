"""Addresses of `people`, under /en/ and /cy/."""

from django.urls import path

from people import views

app_name = "people"
urlpatterns = [
    path("languages/", views.languages, name="languages"),
    path("account/letters/", views.letters, name="letters"),
    path("account/", views.account, name="account"),
]

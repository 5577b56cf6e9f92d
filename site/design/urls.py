"""Addresses of `design`, under /en/ and /cy/."""

from django.urls import path

from design import views

app_name = "design"
urlpatterns = [
    path("", views.parts, name="parts"),
    path("licences/", views.licences, name="licences"),
    path("theme/", views.choose_theme, name="theme"),
]

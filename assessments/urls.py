"""Addresses of `assessments`, under /en/ and /cy/."""

from django.urls import URLPattern

app_name = "assessments"
urlpatterns: list[URLPattern] = []

"""Addresses of `boards`, under /en/ and /cy/."""

from django.urls import URLPattern

app_name = "boards"
urlpatterns: list[URLPattern] = []

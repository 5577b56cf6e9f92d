"""Addresses of `courses`, under /en/ and /cy/."""

from django.urls import URLPattern

app_name = "courses"
urlpatterns: list[URLPattern] = []

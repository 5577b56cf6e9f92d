"""Addresses of `records`, under /en/ and /cy/."""

from django.urls import URLPattern

app_name = "records"
urlpatterns: list[URLPattern] = []

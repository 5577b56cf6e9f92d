"""Addresses of `simulations`, under /en/ and /cy/."""

from django.urls import URLPattern

app_name = "simulations"
urlpatterns: list[URLPattern] = []

"""Addresses of what answers say of questions."""

from django.urls import path

from assessments.studying import views

app_name = "studying"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>/", views.paper, name="paper"),
    path("<slug:slug>/questions.csv", views.sheet, name="sheet"),
]

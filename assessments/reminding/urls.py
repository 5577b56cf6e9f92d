"""Addresses of reminders."""

from django.urls import path

from assessments.reminding import views

app_name = "reminding"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("no-more/<str:token>/", views.no_more, name="no-more"),
]

"""Addresses of those who mark."""

from django.urls import path

from assessments.moderating import views

app_name = "moderating"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("<int:answer>/", views.mark, name="mark"),
    path("<int:answer>/differing/", views.moderate, name="moderate"),
]

"""Addresses of arranging more time."""

from django.urls import path

from assessments.adjusting import views

app_name = "adjusting"
urlpatterns = [
    path("", views.arrange, name="arrange"),
    path("<int:kept>/take-back/", views.take_back, name="take-back"),
]

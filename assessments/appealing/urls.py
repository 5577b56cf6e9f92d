"""Addresses of appeals."""

from django.urls import path

from assessments.appealing import views

app_name = "appealing"
urlpatterns = [
    path("answers/<int:answer>/", views.appeal, name="appeal"),
    path("<int:appeal>/", views.decide, name="decide"),
]

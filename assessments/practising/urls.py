"""Addresses of practice."""

from django.urls import path

from assessments.practising import views

app_name = "practising"
urlpatterns = [
    path("", views.today, name="today"),
    path("<int:card>/", views.ask, name="ask"),
    path("<int:card>/how/", views.say, name="say"),
    path("<int:card>/put-away/", views.put_away, name="put-away"),
]

"""Addresses of `simulations`, under /en/conferences/ and /cy/conferences/."""

from django.urls import path

from simulations import views

app_name = "simulations"
urlpatterns = [
    path("", views.index, name="index"),
    path("plan/", views.plan, name="plan"),
    path("<int:pk>/", views.lobby_page, name="lobby"),
    path("<int:pk>/list/", views.invite, name="invite"),
    path("<int:pk>/room/", views.room, name="room"),
]

"""Addresses of `boards`, under /en/boards/ and /cy/boards/."""

from django.urls import path

from boards import views

app_name = "boards"
urlpatterns = [
    path("", views.index, name="index"),
    path("here/", views.here, name="here"),
    path("<slug:code>/", views.region, name="region"),
    path("<slug:code>/figures.csv", views.region_csv, name="region-csv"),
    path("<slug:code>/how-sure/", views.sureness_of_people, name="sureness"),
    path("<slug:code>/how-sure.csv", views.sureness_csv, name="sureness-csv"),
    path("<slug:code>/local-practice/", views.local_practice, name="local-practice"),
    path("<slug:code>/local-practice/edit/", views.edit_local_practice, name="edit-local-practice"),
    path("<slug:code>/local-practice/rules/", views.edit_local_rules, name="edit-local-rules"),
]

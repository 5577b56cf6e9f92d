"""Addresses of `assessments`, under /en/ and /cy/."""

from django.urls import include, path

from assessments import views

app_name = "assessments"
urlpatterns = [
    path("practice/", include("assessments.practising.urls")),
    path("reminders/", include("assessments.reminding.urls")),
    path("marking/appeals/", include("assessments.appealing.urls")),
    path("marking/", include("assessments.moderating.urls")),
    path("more-time/", include("assessments.adjusting.urls")),
    path("studying/", include("assessments.studying.urls")),
    path("", views.papers, name="papers"),
    path("<slug:slug>/", views.paper, name="paper"),
    path("<slug:slug>/begin/", views.begin, name="begin"),
    path("attempts/<int:attempt>/<int:position>/", views.question, name="question"),
    path("attempts/<int:attempt>/check/", views.check, name="check"),
    path("attempts/<int:attempt>/hand-in/", views.hand_in, name="hand-in"),
    path("attempts/<int:attempt>/result/", views.result, name="result"),
]

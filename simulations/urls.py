"""Addresses of `simulations`, under /en/conferences/ and /cy/conferences/."""

from django.urls import path

from simulations import views
from simulations.control import views as control
from simulations.debriefs import views as debriefs
from simulations.inviting import views as inviting
from simulations.reflecting import views as reflecting
from simulations.scoring import views as scoring

app_name = "simulations"
urlpatterns = [
    path("", views.index, name="index"),
    path("plan/", views.plan, name="plan"),
    path("cohorts/", inviting.cohorts, name="cohorts"),
    path("cohorts/new/", inviting.cohort, name="new-cohort"),
    path("cohorts/<int:pk>/", inviting.cohort, name="cohort"),
    path("figures/", debriefs.measures, name="measures"),
    path("alone/", views.alone, name="alone"),
    path("<int:pk>/", views.lobby_page, name="lobby"),
    path("<int:pk>/list/", views.invite, name="invite"),
    path("<int:pk>/letters/", inviting.send, name="letters"),
    path("<int:pk>/seats/", inviting.seats, name="seats"),
    path("<int:pk>/move/", inviting.move, name="move"),
    path("<int:pk>/call-off/", inviting.cancel, name="cancel"),
    path("<int:pk>/arrangements/", inviting.arrangements, name="arrangements"),
    path("<int:pk>/other-way/", inviting.other_way, name="other-way"),
    path("<int:pk>/answer/", inviting.answer, name="answer"),
    path("<int:pk>/ready/", inviting.ready, name="ready"),
    path("<int:pk>/calendar.ics", inviting.entry, name="entry"),
    path("<int:pk>/pack/", views.pack, name="pack"),
    path("<int:pk>/rooms/", control.rooms, name="rooms"),
    path("<int:pk>/list/<int:listed>/off/", control.take_off, name="off-list"),
    path("<int:pk>/list/<int:listed>/back/", control.let_back, name="back-on-list"),
    path("<int:pk>/papers/<str:paper>/", views.paper_file, name="paper-file"),
    path("<int:pk>/room/", views.room, name="room"),
    path("<int:pk>/scoring/", scoring.score, name="score"),
    path("<int:pk>/how-sure/", reflecting.how_sure, name="how-sure"),
    path("<int:pk>/afterwards/", reflecting.afterwards, name="afterwards"),
    path("<int:pk>/two-weeks-later/", reflecting.two_weeks_later, name="follow-up"),
    path("<int:pk>/made-of-it/", reflecting.made_of_it, name="made-of-it"),
    path("intentions/<int:pk>/forget/", reflecting.forget, name="forget-intention"),
    path("no-more-letters/<str:token>/", reflecting.no_more, name="no-more"),
    path("<int:pk>/again/", debriefs.again, name="again"),
    path("<int:pk>/side-by-side/", debriefs.side_by_side, name="side-by-side"),
    path("<int:pk>/debrief.pdf", debriefs.paper, name="paper"),
    path("<int:pk>/evaluation.json", debriefs.evaluation, name="evaluation"),
    path("<int:pk>/projector/", views.projector, name="projector"),
]

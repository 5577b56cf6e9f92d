from django.apps import AppConfig


class DiogelConfig(AppConfig):
    name = "diogel"

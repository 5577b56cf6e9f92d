"""Template tags that the components need; loaded everywhere."""

from django import template

register = template.Library()

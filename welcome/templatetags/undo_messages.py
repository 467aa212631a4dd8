"""The button that undoes what a message tells of."""

from django import template

from ..web import undo_messages

register = template.Library()
register.filter("undo_address", undo_messages.undo_address)

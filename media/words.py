"""The words that H5P's own runtime shows inside the frame, in the language of the content."""

from django.utils.translation import gettext as _


def words_for_frames() -> dict[str, str]:
    """By the runtime's names for them: those that can be seen with the bar below contents switched off."""
    return {
        "fullscreen": _("Full screen"),
        "disableFullscreen": _("Leave full screen"),
        "close": _("Close"),
        "cancelLabel": _("Cancel"),
        "confirmLabel": _("Confirm"),
        "confirmDialogHeader": _("Are you sure?"),
        "confirmDialogBody": _("This cannot be undone."),
        "contentChanged": _("This activity has changed since you last used it."),
        "startingOver": _("You start anew."),
        "by": _("by"),
        "showMore": _("Show more"),
        "showLess": _("Show less"),
        "subLevel": _("Sub-level"),
        "title": _("Title"),
        "author": _("Author"),
        "year": _("Year"),
        "source": _("Source"),
        "license": _("Licence"),
        "thumbnail": _("Thumbnail"),
        "noCopyrights": _("No copyright information available for this content."),
        "copyrightInformation": _("Rights of use"),
        "licenseU": _("Undisclosed"),
    }

"""What one agrees to in the debrief."""

from simulations.engine.commands.asking import Asking


class AgreeToReplay(Asking, frozen=True, tag="agree-to-replay"):
    """Let the others go through the conference as one's own seat saw the table, or no longer."""

    agrees: bool = True

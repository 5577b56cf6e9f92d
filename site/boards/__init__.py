"""What safeguarding boards see of their region: figures, never names; and what they tell their region about local practice."""

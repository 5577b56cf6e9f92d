"""What each viewer is shown, section by section. Everything is refused unless something here grants it."""

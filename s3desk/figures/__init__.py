"""Charts as pure geometry and the colours they use: one drawing for screen, PDF and image."""

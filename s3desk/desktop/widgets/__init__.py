"""Small widgets that every page shares; each looks and behaves the same everywhere."""

"""The window: the only part that knows Qt. It shows pictures from queries and calls operations."""

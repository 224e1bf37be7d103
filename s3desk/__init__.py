"""S3 Desk: a region assesses itself against enabling condition 1.1, offline, in one file."""

__version__ = "0.1.0"

"""The assessment file: transactions, journal, lock, attachments, backups. The only place that knows SQL."""

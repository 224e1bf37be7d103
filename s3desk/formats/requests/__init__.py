"""What a request for support becomes: Word document, PDF, plain text for online forms, mail draft."""

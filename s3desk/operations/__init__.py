"""Verbs: what a person does to an assessment. Each is one step that can be undone."""

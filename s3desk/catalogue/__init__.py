"""The criteria, questions and official wording as data: read from YAML once, frozen ever after."""

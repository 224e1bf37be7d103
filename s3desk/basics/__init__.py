"""What every other layer may use: errors, language, resources, places, progress. Imports nothing of ours."""

"""The pages of the window, one file each; `registry` is the navigation."""

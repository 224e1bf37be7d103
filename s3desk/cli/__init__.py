"""The command line: everything a script or an administrator needs, without Qt."""

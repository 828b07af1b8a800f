"""The reflex recipe on four public sets by their own protocols; reflex/protocol.py is the command, evals/public/README.md the table."""

"""The programs behind the commands: each command in newscrawl/commands/ calls the module of its name here."""

"""What each part of finding is worth: from a set to a table of find with its parts added one by one."""

"""Working out what the reports imply: which computation a question asks for, over which figures, and its formula."""

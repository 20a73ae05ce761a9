"""Taking reports in while the page answers: uploaded files come in, the store grows; what was uploaded is kept in its folder."""

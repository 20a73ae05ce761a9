"""What goes before another figure that fits as well: what a question plainly means."""

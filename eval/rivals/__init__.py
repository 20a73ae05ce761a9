"""Side by side with what users would pick instead: other systems over the same texts and questions, one file a system."""

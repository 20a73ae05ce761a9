"""Questions for several things at once: taken apart, each part answered and told by itself."""

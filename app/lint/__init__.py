"""Reports held against themselves and their neighbours: a store and report keys in, findings with formula and both places out."""

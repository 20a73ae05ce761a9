"""Making the embedded encoder: training data comes in, a folder that model2vec and sentence-transformers load goes out."""

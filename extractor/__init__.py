"""Facts of Vietnamese news articles, each with its words and its rule."""

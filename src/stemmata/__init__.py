"""Family trees of the news: where the reporting really came from."""

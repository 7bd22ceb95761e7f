"""A batch: many sites crawled by several processes, each site by one of them, all into one store."""

"""The page of the search: everything published, found by words and narrowed by what it is."""

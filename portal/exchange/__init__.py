"""Import and export of tables: what a spreadsheet can hold of the desk, and of the shelf."""

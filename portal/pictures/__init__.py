"""Pictures as whole numbers: computed here, drawn by templates, and told in words beside them."""

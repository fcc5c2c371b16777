"""A finished site as pages of Markdown; the only way in is `render.py`. A page by itself, `page.py`, needs little."""

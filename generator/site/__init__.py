"""What the reader gets: pages, feeds and pictures, within the cap on what is shown of each article."""

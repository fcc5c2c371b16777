"""The frozen records that every step shares; they hold data and know nothing of where it comes from."""

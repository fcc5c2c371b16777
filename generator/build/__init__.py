"""The steps in their order, what is kept between builds, and the files of a finished site."""

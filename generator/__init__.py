"""Parallax: turns a folder of news articles into an explainer microsite that shows where the sources disagree."""

import os

__version__ = "0.2.0"

# Each process is one worker: numpy, which reads this when it is imported, starts no threads of its own in it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

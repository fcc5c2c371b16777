"""content/readings/*.json: what second readers found, one file an event, written by `parallax read` or `import`.

A file is pretty JSON in UTF-8 with its keys in this order; those marked with `?` may be missing::

    {
      "version": 1,
      "event": "2024-05-03-ferry",            the event's id when it was read; which event it is, the articles tell
      "readings": [
        {
          "reader": {"name": "Anna", "day": "2024-05-06"},
          "request": "0b1c2d3e4f50",          digest of the request's wording ("" if it is not known)
          "articles": {"gazette": "9f8e7d6c5b4a", "radio": "…"},         digest of each article that was read
          "disagreements": [                                             ?
            {
              "kind": "cause",                figure, date, who, cause, attribution, outcome, quote, label, name, update
              "hardness": "hard",             hard, soft
              "about": "Why the ferry ran aground",
              "positions": [{"article": "gazette", "quote": "because of the fog", "says": "fog"}, …]     says: ?
            }
          ],
          "agreed": [[{"article": "gazette", "quote": "…"}, {"article": "radio", "quote": "…"}]],         ?
          "alone": [{"article": "radio", "quote": "…"}],                                                  ?
          "title": {"article": "radio", "quote": "a part of its headline"},                               ?
          "date": "2024-05-03",               EDTF; "" for none of those offered                          ?
          "speakers": [{"article": "radio", "quote": "“…”", "name": "Ada Example"}],      "": nobody      ?
          "people": {"same": [["A. Example", "Ada Example"]], "no_actors": ["Breaking News"]},            ?
          "same_event": false, "groups": [["gazette"], ["radio", "tribune"]],                             ?
          "machine": [{"finding": "figure-1a2b3c4d5e", "keep": true, "about": "How many"}]    about: ?    ?
        }
      ]
    }

Every quote is exact words of its article, or the build leaves it out and `parallax check` says so. What is wrong in one
part leaves out that part; the rest is read.
"""

from generator.content.readings.files import FOLDER, ReadingsRead, read_file, read_readings, reading_text

__all__ = ["FOLDER", "ReadingsRead", "read_file", "read_readings", "reading_text"]

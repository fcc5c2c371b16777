"""What a second reader found, applied to what the program found: pure functions, in the place of an editor's draft.

What is offered to him (`offers`), which reading is still of which event (`valid`), and one module for each thing that
an answer tells: findings, facts, events, speakers, people.
"""

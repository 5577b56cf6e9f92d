"""What became of an interactive content: what each going-through sent, what was missing, why it is or is not complete.

For whoever answers for the content. A learner stands there under a name of their own in each content, by the day and never
by the hour, and without their answers: these are theirs.
"""

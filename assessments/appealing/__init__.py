"""Appeals: a learner says why a mark is wrong, somebody who marks decides, and what is upheld is put right everywhere.

models    an appeal and its decision
letters   telling the learner that it is decided
actions   appealing, deciding
selectors what waits, and where an answer's appeal stands
forms     the two forms
views     the learner's page and the pages of those who decide
"""

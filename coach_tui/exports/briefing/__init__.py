"""One engagement in lines, for whatever assistant people use: private notes out, names masked.

names     who is named in the records, and by what else they are called
mask      the same engagement with signs in the place of names; what the signs are said as
lines     what it is told in: one line a record, with its id
document  the lines as Markdown or as JSON
left      names that may be left in a text, to be looked at before it leaves
"""

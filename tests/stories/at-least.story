# "at least" has no upper end; "up to" no lower one.
published: 2030-06-06

An air strike killed at least 24 people in Raqqa on Thursday. Up to 80 people were injured, a doctor said.
----
airstrike | Raqqa | at least 24 killed | on 2030-06-06
toll | up to 80 injured | told by doctor

# "Rebels" and "army units" are those of the country that the report is about, not of another that a table knows.
published: 2015-05-05

Rebels said on Monday they seized a base near Taiz in Yemen. Army units withdrew from the base in Yemen, the rebels said.
----
capture | Taiz | by Rebels | told by Rebels
withdrawal | told by rebels
no capture | by Syrian
no withdrawal | told by Syrian
no withdrawal | by Syrian

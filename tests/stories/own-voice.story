# Without a voice, the report itself tells.
published: 2030-06-06

Rebels withdrew from Bustan al-Qasr on Wednesday night.
----
withdrawal | by rebels | told by the report | asserted

# The speaker's town is not where it happened.
title: Shelling in Idlib
published: 2030-06-06

BEIRUT (Tidewater Wire) - Shelling killed two people in Idlib on Thursday, spokesman Ned Harbinger said in Geneva.
----
shelling | Idlib | 2 killed | told by Ned Harbinger
no shelling | Geneva
no shelling | Beirut

# "nobody was hurt" is no toll.
published: 2030-06-06

Shells landed in Aleppo on Thursday, residents said. Nobody was killed.
----
shelling | Aleppo | told by residents
no killing | asserted
no toll | asserted

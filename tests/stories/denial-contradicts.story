# A denied act contradicts the voice that says it was done.
published: 2030-06-05

Activists said warplanes bombed a school in Idlib on Tuesday. The army denied bombing the school.
----
airstrike | asserted | told by activists
denial | by army
contradicts | airstrike | airstrike

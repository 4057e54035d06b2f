# A denial is a claim of its own, and the act denied is no event.
published: 2030-06-05

Activists said that warplanes bombed a school in Idlib on Tuesday. The army denied that it had bombed the school.
----
airstrike | asserted | told by activists
denial | by army
no airstrike | asserted | told by army

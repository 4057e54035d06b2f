# Unclear is who did it, not whether it was done.
published: 2030-06-12

Warplanes bombed a bakery in Idlib on Monday. It was unclear who had carried out the strike.
----
airstrike | asserted | words "strike"

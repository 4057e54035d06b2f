# Nobody is not somebody to whom a strike was done.
published: 2030-06-06

Airstrikes hit the town of Atarib on Thursday. Nobody was hurt in the strikes, residents said.
----
airstrike | Atarib
no airstrike | to Nobody

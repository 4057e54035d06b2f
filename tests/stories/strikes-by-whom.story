# Who struck is named beside the strikes, and the damage is theirs.
published: 2030-06-06

Coalition strikes on Raqqa killed nine civilians on Wednesday. The attack also caused damage to several houses.
----
airstrike | by coalition | to civilians | 9 killed civilians
destruction | by coalition

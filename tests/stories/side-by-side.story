# Two voices that say the same are two lines of telling, not one.
published: 2030-06-05

The army captured al-Fardous on Wednesday, the Aleppo Ledger Network and Radio Saffron said.
----
capture | al-Fardous | by army | told by Aleppo Ledger Network | on 2030-06-05
capture | al-Fardous | told by Radio Saffron
no withdrawal

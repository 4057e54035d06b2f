# A verb and what stands under it may name one happening between them: it is one claim, with both words.
published: 2030-06-06

Insurgents targeted the al-Fardous neighbourhood with rocket shells on Wednesday, the Aleppo Ledger Network said. Warplanes launched heavy air strikes on Saraqeb.
----
shelling | al-Fardous | by insurgents | words "targeted the al-Fardous neighbourhood with rocket shells"
airstrike | Saraqeb | by warplanes
no attack

# People who flee are displaced; where they flee from is the place.
published: 2030-06-06

Thousands of residents fled al-Fardous on Thursday after shelling, a resident named Ismael Copperfield said.
----
displacement | al-Fardous | to civilians | at least 2000 displaced
voice Ismael Copperfield | resident

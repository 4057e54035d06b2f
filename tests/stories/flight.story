# People who flee are displaced; where they flee from is the place.
published: 2030-06-06

Thousands of residents fled al-Fardous on Thursday after shelling, resident Ismael Copperfield said.
----
displacement | al-Fardous | at least 2000 displaced

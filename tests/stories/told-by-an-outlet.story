# "told CNN": the outlet is the outer link, the speaker the inner one.
title: Medic tells of shelling
published: 2030-06-04
publisher: Tidewater Wire

Shelling killed nine civilians in Aleppo on Monday, medic Lina Marrowfield told Radio Saffron.
----
shelling | Aleppo | told by Radio Saffron > Lina Marrowfield | on 2030-06-03 | 9 killed civilians
voice Lina Marrowfield | medic

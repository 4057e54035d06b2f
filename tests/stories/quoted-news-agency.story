# "quoted X as saying": the agency is outside, the speaker inside.
published: 2030-06-06

The Lantern Post quoted activist Omar Thimblewood as saying on Thursday that rockets hit a hospital in Idlib.
----
shelling | told by Lantern Post > Omar Thimblewood
voice Omar Thimblewood | activist
